package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the annotations of a folder are to be read, where it does not speak for itself. */
final class AnnotationOptions {
  @Option(
      names = "--format",
      paramLabel = "F",
      description = "Annotations: voc, coco, yolo or csv (default: recognised).")
  private String format;

  @Option(
      names = "--voc-origin",
      paramLabel = "O",
      description =
          "How VOC counts pixels: one (from 1, the last included), zero (from 0, the end exclusive)"
              + " or auto (told from the data; default).")
  private String vocOrigin;

  @Option(
      names = "--columns",
      paramLabel = "OURS=THEIRS,...",
      description =
          "Columns of CSV by our names (default: recognised), for example"
              + " filename=photo,xmin=a,ymin=b,xmax=c,ymax=d.")
  private String columns;

  /**
   * What the options say.
   *
   * @throws BadInputException if one says nothing that is known
   */
  ReadOptions read() {
    return new ReadOptions(
        Optional.ofNullable(format).map(AnnotationFormat::parse),
        vocOrigin == null ? VocOrigin.AUTO : VocOrigin.parse(vocOrigin),
        columns == null ? Map.of() : ReadOptions.parseColumns(columns));
  }

  /** What was asked for, as keys of a recipe. */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    DataSource.set(settings, "format", format);
    DataSource.set(settings, "vocOrigin", vocOrigin);
    DataSource.set(settings, "columns", columns);
    return settings;
  }
}
