package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.data.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Sets made for tests: pictures that are only headers, names and labels of every kind. */
final class MadeSet {
  private static final List<String> FOLDERS =
      List.of("", "images/", "images/a/", "images/b/", "JPEGImages/", "b c/d/", "x,y;z/", "a/");
  private static final List<String> STEMS =
      Stream.of(
              "1",
              "it's",
              "ä ö",
              "two  words",
              " lead",
              "a,b",
              "say \"hi\"",
              "#7",
              "50%",
              "x.y",
              "é")
          .filter(MadeSet::isPossible)
          .toList();
  private static final List<String> LABELS =
      List.of("cat", "", "a, \"b\"", "it's", "ü: x", "no", "7", "- dash", "<&>", "two words", "#");

  private MadeSet() {}

  /** In a locale of ASCII, no file bears an umlaut. */
  private static boolean isPossible(String name) {
    try {
      return Path.of(name).toString().equals(name);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The header of a PNG, and some bytes that make it one of its own. */
  static byte[] picture(int width, int height, int own) {
    ByteBuffer bytes = ByteBuffer.allocate(8 + 25 + 4);
    bytes.putLong(0x89504E470D0A1A0AL);
    ByteBuffer header = ByteBuffer.allocate(17);
    header.putInt(0x49484452).putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array());
    bytes.putInt(13).put(header.array()).putInt((int) crc.getValue()).putInt(own);
    return bytes.array();
  }

  /** Writes the header of a picture where it belongs. */
  static Path write(Path folder, String name, int width, int height, int own) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      return Files.write(file, picture(width, height, own));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A set whose pictures lie in a folder. */
  static AnnotatedSet random(Path folder, RandomStream random) {
    TreeSet<String> names = new TreeSet<>();
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      names.add(any(FOLDERS, random) + any(STEMS, random) + ".png");
    }
    List<String> parts = parts(random);
    List<AnnotatedPicture> pictures = new ArrayList<>();
    for (String name : names) {
      int width = random.nextInt(1, 1 << random.nextInt(3, 13));
      int height = random.nextInt(1, 1 << random.nextInt(3, 13));
      Path file = write(folder, name, width, height, pictures.size());
      Fault.Place place = new Fault.Place(file, 0);
      List<LabelledBox> boxes = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        boxes.add(new LabelledBox(any(LABELS, random), box(width, height, random), place));
      }
      Optional<String> part = Optional.of(any(parts, random)).filter(word -> !word.isEmpty());
      pictures.add(new AnnotatedPicture(name, file, width, height, boxes, part, place));
    }
    List<String> labels = new ArrayList<>(new TreeSet<>(LABELS));
    Collections.rotate(labels, random.nextInt(labels.size()));
    return new AnnotatedSet(folder, AnnotationFormat.VOC, pictures, labels, List.of(), List.of());
  }

  private static List<String> parts(RandomStream random) {
    return any(
        List.of(
            List.of(""),
            List.of("train"),
            List.of("train", "test"),
            List.of("train", "val"),
            List.of("train", "val", "test", "")),
        random);
  }

  private static Box box(int width, int height, RandomStream random) {
    double x = random.nextDouble(-2, width);
    double y = random.nextDouble(-2, height);
    double w = random.nextDouble(-1, width);
    double h = random.nextDouble(-1, height);
    double scale = new double[] {1, 100, 1e6, 0}[random.nextInt(4)];
    Box box = new Box(x, y, x + w, y + h);
    return scale == 0
        ? box
        : new Box(
            Math.rint(box.xMin() * scale) / scale,
            Math.rint(box.yMin() * scale) / scale,
            Math.rint(box.xMax() * scale) / scale,
            Math.rint(box.yMax() * scale) / scale);
  }

  private static <T> T any(List<T> all, RandomStream random) {
    return all.get(random.nextInt(all.size()));
  }
}
