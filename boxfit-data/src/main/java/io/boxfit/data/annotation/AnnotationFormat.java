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
   * Pascal VOC: {@code annotations/NAME.xml} for each picture. Boxfit writes pixels counted from 0,
   * xmax and ymax exclusive, so that xmax - xmin is the width. The challenge itself counted from 1
   * and included the last pixel, as {@link ReadOptions.VocOrigin} says: the whole of a picture of
   * 200x100 is 0, 0, 200, 100 here and 1, 1, 200, 100 there.
   */
  VOC,
  /**
   * COCO: {@code annotations.json} with bbox as x, y, width, height in pixels: 25, 10, 30, 60 is
   * the box from 25, 10 to 55, 70.
   */
  COCO,
  /**
   * YOLO: {@code labels/NAME.txt} with the class number, centre x, centre y, width and height as
   * shares of the picture, and {@code data.yaml}. In 200x100, {@code 0 0.2 0.4 0.15 0.6} is the box
   * from (0.2 - 0.075) * 200 = 25, (0.4 - 0.3) * 100 = 10 to 55, 70.
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
