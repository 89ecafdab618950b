package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.FolderScan;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the annotations of a folder, in any of the formats. */
public final class AnnotationReader {
  private AnnotationReader() {}

  /**
   * What is annotated in a folder; no picture is decoded.
   *
   * @throws BadInputException if the folder is missing, holds no annotation of a known format or of
   *     the one asked for, or holds several formats and none is asked for
   */
  public static AnnotatedSet read(Path folder, ReadOptions options) {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + " is not a folder: name one with annotated pictures.");
    }
    FaultLog faults = new FaultLog();
    FileIndex files = new FileIndex(folder, FolderScan.of(folder, faults));
    AnnotationFormat format =
        options.format().orElseGet(() -> FormatRecognition.of(files, options.columns()));
    SetCollector set = new SetCollector(files, faults);
    switch (format) {
      case VOC -> VocReader.read(set, options.vocOrigin());
      case CSV -> CsvAnnotations.read(set, files.withEnding("csv", "tsv"), options.columns());
      case COCO -> CocoReader.read(set);
      case YOLO -> YoloReader.read(set);
    }
    AnnotatedSet read = set.set(format);
    if (read.pictures().isEmpty() && read.faults().isEmpty()) {
      throw new BadInputException(
          folder + " holds no annotations as " + format.key() + ": name another --format.");
    }
    return read;
  }
}
