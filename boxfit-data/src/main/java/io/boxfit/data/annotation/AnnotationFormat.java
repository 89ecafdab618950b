package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The ways to write boxes beside pictures. */
public enum AnnotationFormat {
  /**
   * Pascal VOC: {@code annotations/NAME.xml} for each picture. The numbers are Boxfit's: pixels
   * counted from 0, xmax and ymax exclusive, so that xmax - xmin is the width. The challenge itself
   * counted from 1 and included the last pixel; most files of today do not.
   */
  VOC,
  /** COCO: {@code annotations.json} with bbox as x, y, width, height in pixels. */
  COCO,
  /**
   * YOLO: {@code labels/NAME.txt} with the class number, centre x, centre y, width and height as
   * shares of the picture, and {@code data.yaml}.
   */
  YOLO,
  /**
   * {@code annotations.csv} with the columns filename, width, height, class, xmin, ymin, xmax,
   * ymax; pixels counted from 0, xmax and ymax exclusive.
   */
  CSV;

  /** The name that commands use: in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of that name.
   *
   * @throws BadInputException if there is none; names the nearest
   */
  public static AnnotationFormat parse(String key) {
    for (AnnotationFormat format : values()) {
      if (format.key().equals(key)) {
        return format;
      }
    }
    List<String> keys = Arrays.stream(values()).map(AnnotationFormat::key).toList();
    throw new BadInputException(
        "unknown annotation format '"
            + key
            + "': did you mean '"
            + NearestName.of(key, keys)
            + "'? Formats are "
            + String.join(", ", keys)
            + ".");
  }

  AnnotationSink open(Path folder, SetLayout layout) throws IOException {
    return switch (this) {
      case VOC -> new VocSink(folder, layout);
      case COCO -> new CocoSink(folder, layout);
      case YOLO -> new YoloSink(folder, layout);
      case CSV -> new CsvSink(folder, layout);
    };
  }
}
