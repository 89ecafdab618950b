package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the annotations of a folder, in any of the formats. */
public final class AnnotationReader {
  private AnnotationReader() {}

  /**
   * What is annotated in a folder; no picture is opened.
   *
   * @throws BadInputException if the folder is missing, or holds no annotation of a known format
   */
  public static AnnotatedSet read(Path folder, ReadOptions options) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + " is not a folder: name one with annotated pictures.");
    }
    AnnotationFormat format = options.format().orElse(AnnotationFormat.VOC);
    return new AnnotatedSet(folder, format, List.of(), List.of(), List.of());
  }
}
