package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A data set's folder that a test fills.
 *
 * @param path of the folder
 */
record Folder(Path path) {

  /** Writes a file. */
  Folder text(String name, String... lines) {
    return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file. */
  Folder bytes(String name, byte[] bytes) {
    try {
      Path file = path.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes pictures of 200x100 pixels. */
  Folder pictures(String... names) {
    for (String name : names) {
      MadeSet.write(path, name, 200, 100, 0);
    }
    return this;
  }

  /** A VOC file of 200x100 pixels with one cat. */
  Folder voc(String name, String filename, Object xMin, Object yMin, Object xMax, Object yMax) {
    return text(
        name,
        "<annotation>",
        "  <filename>" + filename + "</filename>",
        "  <size><width>200</width><height>100</height><depth>3</depth></size>",
        "  <object>",
        "    <name>cat</name>",
        "    <bndbox>",
        "      <xmin>%s</xmin><ymin>%s</ymin><xmax>%s</xmax><ymax>%s</ymax>"
            .formatted(xMin, yMin, xMax, yMax),
        "    </bndbox>",
        "  </object>",
        "</annotation>");
  }

  AnnotatedSet read() {
    return AnnotationReader.read(path, ReadOptions.AUTOMATIC);
  }

  AnnotatedSet read(AnnotationFormat format, ReadOptions.VocOrigin origin) {
    return AnnotationReader.read(path, new ReadOptions(Optional.of(format), origin, Map.of()));
  }

  /** Each picture as "name part label x y x y, ...". */
  static List<String> lines(AnnotatedSet set) {
    return set.pictures().stream().map(Folder::line).toList();
  }

  private static String line(AnnotatedPicture picture) {
    StringBuilder line = new StringBuilder(picture.name());
    picture.part().ifPresent(part -> line.append(" [").append(part).append(']'));
    for (LabelledBox labelled : picture.boxes()) {
      Box box = labelled.box();
      line.append(' ').append(labelled.label());
      for (double side : new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()}) {
        line.append(' ').append(PixelNumber.text(side));
      }
    }
    return line.toString();
  }

  /** Each fault as "code file:line message", the file relative to the folder. */
  List<String> faults(AnnotatedSet set) {
    return set.faults().stream()
        .map(fault -> fault.code().key() + " " + place(fault.place()) + " " + fault.message())
        .toList();
  }

  private String place(Fault.Place place) {
    return path.relativize(place.file()) + (place.line() > 0 ? ":" + place.line() : "");
  }
}
