package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.image.PictureWriter;
import io.boxfit.data.image.Thumbnail;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** A clean set of letters as CSV, 200x100 each, of which tests spoil something. */
final class MadeSet {
  static final int WIDTH = 200;
  static final int HEIGHT = 100;

  private final Path folder;
  private final List<Row> rows = new ArrayList<>();

  /** A line of the table; a box that is null is a picture without an object. */
  record Row(String file, int width, int height, String label, Box box, String split) {

    Row with(Box other) {
      return new Row(file, width, height, label, other, split);
    }

    Row labelled(String other) {
      return new Row(file, width, height, other, box, split);
    }

    Row in(String other) {
      return new Row(file, width, height, label, box, other);
    }

    Row named(String other) {
      return new Row(other, width, height, label, box, split);
    }

    Row sized(int otherWidth, int otherHeight) {
      return new Row(file, otherWidth, otherHeight, label, box, split);
    }
  }

  MadeSet(Path folder, int count) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("images"));
    Letters letters = new Letters(LettersPreset.CLUTTER, 7, "test", count);
    for (int i = 0; i < count; i++) {
      Sample sample = letters.get(i);
      String file = String.format(Locale.ROOT, "%03d.png", i);
      write(file, PictureWriter.png(sample.picture()));
      rows.add(new Row(file, WIDTH, HEIGHT, "letter", sample.box(), ""));
    }
  }

  Path image(String file) {
    return folder.resolve("images").resolve(file);
  }

  void write(String file, byte[] bytes) throws IOException {
    Files.write(image(file), bytes);
  }

  Row row(int index) {
    return rows.get(index);
  }

  MadeSet set(int index, Row row) {
    rows.set(index, row);
    return this;
  }

  MadeSet add(Row row) {
    rows.add(row);
    return this;
  }

  MadeSet eachBox(UnaryOperator<Box> change) {
    rows.replaceAll(row -> row.with(change.apply(row.box())));
    return this;
  }

  /** The picture of a row as JPEG in another size. */
  void saveAnew(int index, String file, int width, int height) throws IOException {
    Picture small = Thumbnail.of(picture(index), width, height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int rgb = small.value(x, y, 0) << 16 | small.value(x, y, 1) << 8 | small.value(x, y, 2);
        image.setRGB(x, y, rgb);
      }
    }
    ImageIO.write(image, "jpg", image(file).toFile());
  }

  Picture picture(int index) {
    return io.boxfit.data.image.PictureReader.read(image(rows.get(index).file()));
  }

  CheckResult check() {
    return check(2);
  }

  CheckResult check(int threads) {
    StringBuilder table =
        new StringBuilder("filename,width,height,class,xmin,ymin,xmax,ymax,split\n");
    for (Row row : rows) {
      String size = row.width() == 0 ? "," : row.width() + "," + row.height();
      Box box = row.box();
      String four =
          box == null ? ",,," : box.xMin() + "," + box.yMin() + "," + box.xMax() + "," + box.yMax();
      String[] fields = {"images/" + row.file(), size, row.label(), four, row.split()};
      table.append(String.join(",", fields)).append("\n");
    }
    try {
      Files.writeString(folder.resolve("annotations.csv"), table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return check(folder, threads);
  }

  static CheckResult check(Path folder, int threads) {
    return DatasetCheck.of(
        AnnotationReader.read(folder, ReadOptions.AUTOMATIC), threads, done -> {});
  }

  static Set<FaultCode> codes(CheckResult result) {
    return result.faults().stream()
        .map(fault -> fault.code())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
