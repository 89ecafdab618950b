package io.boxfit.data.check;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import io.boxfit.data.image.Outline;
import io.boxfit.data.image.PictureReader;
import io.boxfit.data.image.PictureSheet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checked pictures with their boxes on one sheet. */
final class ContactSheet {
  /** Pictures that a sheet holds at most. */
  static final int MOST = 48;

  private static final int COLUMNS = 8;
  private static final int WIDTH = 192;
  private static final int HEIGHT = 144;

  private final SetReading reading;

  ContactSheet(SetReading reading) {
    this.reading = reading;
  }

  /**
   * One sheet.
   *
   * @param pictures at least one; of more than {@link #MOST} the first
   */
  Picture of(List<CheckedPicture> pictures) {
    List<CheckedPicture> shown = pictures.subList(0, Math.min(MOST, pictures.size()));
    PictureSheet sheet = new PictureSheet(shown.size(), COLUMNS, WIDTH, HEIGHT);
    for (CheckedPicture checked : shown) {
      if (checked.hasSize()) {
        sheet.add(checked.width(), checked.height(), pixels(checked), outlines(checked));
      } else {
        sheet.skip();
      }
    }
    return sheet.picture();
  }

  private List<Outline> outlines(CheckedPicture checked) {
    return checked.annotated().boxes().stream()
        .map(labelled -> reading.meant(labelled.box(), checked))
        .map(box -> new Outline(box, Outline.Line.PLAIN))
        .toList();
  }

  private static Optional<Picture> pixels(CheckedPicture checked) {
    if (checked.look().content().isEmpty()) {
      return Optional.empty();
    }
    try {
      boolean stored = checked.ground() == CheckedPicture.Ground.STORED;
      Path file = checked.annotated().file();
      return Optional.of(stored ? PictureReader.readStored(file) : PictureReader.read(file));
    } catch (BadInputException e) {
      // It could be read a moment ago; the sheet does without.
      return Optional.empty();
    }
  }
}
