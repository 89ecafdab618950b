package io.boxfit.app.pictured;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.doctor.reading.PictureSize;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.doctor.reading.Truth;
import io.boxfit.doctor.reading.TruthReading;
import io.boxfit.doctor.table.PairedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The pictures that the rows of two tables speak of.
 *
 * @param pictures one for each row
 * @param notes how they were found, and what is strange about them
 */
public record RowPictures(List<RowPicture> pictures, List<String> notes) {
  /** Boxes that reach beyond their picture by less were rounded. */
  private static final double SLACK = 0.01;

  /** Fewer boxes may all lie in one quarter by chance, and so may many that end just within it. */
  private static final int ENOUGH = 20;

  private static final double QUARTER = 0.5;

  /** Copies the lists. */
  public RowPictures {
    pictures = List.copyOf(pictures);
    notes = List.copyOf(notes);
  }

  /**
   * The pictures of a folder, by the ids of the tables; where they have none, in the order of the
   * pictures' names. Headers are read, no pixels.
   *
   * @param goingOn asked before each picture
   * @throws BadInputException if the folder holds no pictures, a row has none or may have several,
   *     there are no ids and not as many pictures as rows, or a file is no picture
   */
  public static RowPictures of(Path folder, PairedTable tables, Runnable goingOn) {
    PictureNames names = PictureNames.of(folder);
    boolean byTruth = !tables.truth().ids().isEmpty();
    List<String> ids = (byTruth ? tables.truth() : tables.predictions()).ids();
    String source = (byTruth ? tables.truth() : tables.predictions()).source();
    List<String> notes = new ArrayList<>();
    List<NamedPicture> named;
    if (ids.isEmpty()) {
      named = names.inOrder();
      if (named.size() != tables.truth().size()) {
        throw new BadInputException(
            "%s holds %d pictures, %s %d rows and no ids: add a column with the names of the pictures"
                .formatted(folder, named.size(), source(tables), tables.truth().size()));
      }
      notes.add(
          "The tables do not name their pictures: the rows are taken for the %d pictures of %s in the order of their names, from %s to %s."
              .formatted(
                  named.size(), folder, named.get(0).name(), named.get(named.size() - 1).name()));
    } else {
      named = names.find(ids, source, notes);
    }
    List<RowPicture> pictures = new ArrayList<>();
    for (NamedPicture picture : named) {
      goingOn.run();
      pictures.add(RowPicture.upright(picture));
    }
    return new RowPictures(pictures, notes);
  }

  private static String source(PairedTable tables) {
    return tables.truth().source();
  }

  /** Their sizes, one for each row. */
  public List<PictureSize> sizes() {
    return pictures.stream().map(RowPicture::size).toList();
  }

  /**
   * These pictures as the true boxes know them: where boxes in pixels fit turned pictures only as
   * they are stored, as stored.
   *
   * @param truth boxes in pixels or shares, one for each row
   */
  public RowPictures knownBy(TruthReading reading, List<double[]> truth) {
    if (reading.reading().scale() != Scale.PIXELS) {
      return this;
    }
    int turned = 0;
    int onlyStored = 0;
    int onlyUpright = 0;
    List<RowPicture> asStored = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      RowPicture picture = pictures.get(i);
      asStored.add(picture.asStored());
      if (picture.header().orientation().swapsAxes()) {
        Box box = reading.truth(i, truth.get(i)).box();
        PictureSize size = picture.size();
        boolean stored = fits(box, size.height(), size.width());
        boolean upright = fits(box, size.width(), size.height());
        turned++;
        onlyStored += stored && !upright ? 1 : 0;
        onlyUpright += upright && !stored ? 1 : 0;
      }
    }
    if (onlyStored == 0 || onlyUpright > 0) {
      return this;
    }
    List<String> more = new ArrayList<>(notes);
    more.add(
        "%d pictures are to be turned upright (EXIF), and %d of their true boxes fit them only as they are stored: they are taken as stored. Whatever turns them shows the network other pictures than the boxes were drawn on."
            .formatted(turned, onlyStored));
    return new RowPictures(asStored, more);
  }

  /** The same with what is strange about where the true boxes lie. */
  public RowPictures beside(List<Truth> truths) {
    double right = 0;
    double bottom = 0;
    int beyond = 0;
    for (Truth truth : truths) {
      right = Math.max(right, truth.box().xMax() / truth.width());
      bottom = Math.max(bottom, truth.box().yMax() / truth.height());
      beyond += fits(truth.box(), truth.width(), truth.height()) ? 0 : 1;
    }
    List<String> more = new ArrayList<>(notes);
    if (beyond > 0) {
      more.add(
          String.format(
              Locale.ROOT,
              "%d of %d true boxes reach beyond their pictures, at most to %.2f times the width and %.2f times the height: were they drawn on pictures of another size, or do rows and pictures not belong together?",
              beyond,
              truths.size(),
              right,
              bottom));
    } else if (truths.size() >= ENOUGH && Math.max(right, bottom) <= QUARTER) {
      more.add(
          String.format(
              Locale.ROOT,
              "No true box reaches beyond %.2f of the width and %.2f of the height: were they drawn on smaller copies of the pictures?",
              right,
              bottom));
    }
    return new RowPictures(pictures, more);
  }

  private static boolean fits(Box box, int width, int height) {
    double across = Math.max(1, SLACK * width);
    double down = Math.max(1, SLACK * height);
    return box.xMin() >= -across
        && box.yMin() >= -down
        && box.xMax() <= width + across
        && box.yMax() <= height + down;
  }
}
