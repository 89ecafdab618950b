package io.boxfit.app.command;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.image.PictureWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Pictures of many sizes with a box each, and the tables that people make of them. */
record Photos(Path folder, List<Entry> entries) {

  /** A picture's name below the folder and its box, in shares of the picture. */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(String name, int width, int height, double[] shares) {

    double[] pixels() {
      return new double[] {
        shares[0] * width, shares[1] * height, shares[2] * width, shares[3] * height
      };
    }
  }

  /** Gray pictures in two folders. */
  static Photos make(Path folder, int count) throws IOException {
    RandomStream random = new Seed(3).stream("pictures");
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = (i % 2 == 0 ? "a/" : "b/") + String.format(Locale.ROOT, "photo-%03d.png", i);
      int width = 20 + (int) (100 * random.nextDouble());
      int height = 20 + (int) (100 * random.nextDouble());
      double left = 0.7 * random.nextDouble();
      double top = 0.7 * random.nextDouble();
      double[] shares = {
        left, top, left + 0.1 + 0.2 * random.nextDouble(), top + 0.1 + 0.2 * random.nextDouble()
      };
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, png(width, height));
      entries.add(new Entry(name, width, height, shares));
    }
    return new Photos(folder, entries);
  }

  static byte[] png(int width, int height) {
    byte[] pixels = new byte[3 * width * height];
    Arrays.fill(pixels, (byte) 128);
    return PictureWriter.png(new Picture(width, height, 3, pixels));
  }

  /** A JPEG that says of itself that a camera held it on its side (Exif's orientation 6). */
  static byte[] turnedJpeg(int width, int height) throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    byte[] pixels = new byte[3 * width * height];
    ImageIO.write(PictureWriter.image(new Picture(width, height, 3, pixels)), "jpeg", jpeg);
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      18,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.write(jpeg.toByteArray(), 0, 2);
    turned.write(exif);
    turned.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
    return turned.toByteArray();
  }

  /** A table with ids, of the boxes in pixels. */
  Path table(Path file, UnaryOperator<String> id, UnaryOperator<double[]> change)
      throws IOException {
    return table(file, id, entry -> change.apply(entry.pixels()), "image,");
  }

  /** A table without. */
  Path table(Path file, UnaryOperator<double[]> change) throws IOException {
    return table(file, name -> "", entry -> change.apply(entry.pixels()), "");
  }

  /** A table with ids, of the boxes in shares. */
  Path shares(Path file, UnaryOperator<String> id) throws IOException {
    return table(file, id, Entry::shares, "image,");
  }

  private Path table(
      Path file, UnaryOperator<String> id, Function<Entry, double[]> numbers, String head)
      throws IOException {
    String text =
        entries.stream()
            .map(
                entry ->
                    (head.isEmpty() ? "" : id.apply(entry.name()) + ",")
                        + Arrays.stream(numbers.apply(entry))
                            .mapToObj(Double::toString)
                            .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", head + "x1,y1,x2,y2\n", "\n"));
    return Files.writeString(file, text);
  }
}
