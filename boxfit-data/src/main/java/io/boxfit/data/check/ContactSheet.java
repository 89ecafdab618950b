package io.boxfit.data.check;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.image.BoxDrawing;
import io.boxfit.data.image.PictureReader;
import java.util.Arrays;
import java.util.List;

/** Small copies of pictures with their boxes, row by row on one large picture. */
final class ContactSheet {
  /** Pictures that a sheet holds at most. */
  static final int MOST = 48;

  private static final int COLUMNS = 8;
  private static final int WIDTH = 192;
  private static final int HEIGHT = 144;

  /** Around each picture, so that a box is seen that reaches beyond it. */
  private static final int MARGIN = 8;

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
    int columns = Math.min(COLUMNS, shown.size());
    int rows = (shown.size() + COLUMNS - 1) / COLUMNS;
    byte[] pixels = new byte[3 * columns * WIDTH * rows * HEIGHT];
    Picture sheet = new Picture(columns * WIDTH, rows * HEIGHT, 3, pixels);
    for (int i = 0; i < shown.size(); i++) {
      paste(tile(shown.get(i)), sheet, i % COLUMNS * WIDTH, i / COLUMNS * HEIGHT);
    }
    return sheet;
  }

  private static void paste(Picture tile, Picture onto, int left, int top) {
    for (int y = 0; y < tile.height(); y++) {
      System.arraycopy(
          tile.pixels(),
          3 * y * tile.width(),
          onto.pixels(),
          3 * ((top + y) * onto.width() + left),
          3 * tile.width());
    }
  }

  /** White; a picture that cannot be read stays gray. */
  private Picture tile(CheckedPicture checked) {
    byte[] pixels = new byte[3 * WIDTH * HEIGHT];
    Arrays.fill(pixels, (byte) 255);
    Picture tile = new Picture(WIDTH, HEIGHT, 3, pixels);
    if (!checked.hasSize()) {
      return tile;
    }
    double scale =
        Math.min(
            (WIDTH - 2.0 * MARGIN) / checked.width(), (HEIGHT - 2.0 * MARGIN) / checked.height());
    int width = (int) Math.max(1, Math.rint(scale * checked.width()));
    int height = (int) Math.max(1, Math.rint(scale * checked.height()));
    int left = (WIDTH - width) / 2;
    int top = (HEIGHT - height) / 2;
    paste(small(checked, width, height), tile, left, top);
    for (LabelledBox labelled : checked.annotated().boxes()) {
      Box box = reading.meant(labelled.box(), checked);
      BoxDrawing.onto(
          tile,
          new Box(
              left + scale * box.xMin(),
              top + scale * box.yMin(),
              left + scale * box.xMax(),
              top + scale * box.yMax()));
    }
    return tile;
  }

  private static Picture small(CheckedPicture checked, int width, int height) {
    if (checked.look().content().isPresent()) {
      try {
        boolean stored = checked.ground() == CheckedPicture.Ground.STORED;
        Picture picture =
            stored
                ? PictureReader.readStored(checked.annotated().file())
                : PictureReader.read(checked.annotated().file());
        return Thumbnail.of(picture, width, height);
      } catch (BadInputException e) {
        // It could be read a moment ago; the sheet does without.
      }
    }
    byte[] gray = new byte[3 * width * height];
    Arrays.fill(gray, (byte) 192);
    return new Picture(width, height, 3, gray);
  }
}
