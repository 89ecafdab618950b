package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How the annotations of a folder are to be read, where it does not speak for itself. */
final class AnnotationOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "voc, coco, yolo or csv (default: recognised from what lies in the folder).")
  private String format;

  @Option(
      names = "--voc-origin",
      paramLabel = "ORIGIN",
      defaultValue = "auto",
      description =
          "How VOC files count pixels: one (from 1, the last included), zero (from 0, the end"
              + " exclusive) or auto (told from the data; default).")
  private String vocOrigin;

  @Option(
      names = "--columns",
      paramLabel = "OURS=THEIRS,...",
      split = ",",
      description =
          "Columns of a CSV table that do not speak for themselves, for example"
              + " filename=photo,xmin=a,ymin=b,xmax=c,ymax=d.")
  private List<String> columns = List.of();

  /**
   * What the options say.
   *
   * @throws BadInputException if one says nothing that is known
   */
  ReadOptions read() {
    return new ReadOptions(
        Optional.ofNullable(format).map(AnnotationFormat::parse), origin(), mapped());
  }

  private VocOrigin origin() {
    for (VocOrigin origin : VocOrigin.values()) {
      if (origin.name().toLowerCase(Locale.ROOT).equals(vocOrigin)) {
        return origin;
      }
    }
    List<String> known =
        Arrays.stream(VocOrigin.values()).map(o -> o.name().toLowerCase(Locale.ROOT)).toList();
    throw new BadInputException(
        "--voc-origin does not know '"
            + vocOrigin
            + "': did you mean '"
            + NearestName.of(vocOrigin, known)
            + "'? It is one of "
            + String.join(", ", known)
            + ".");
  }

  private Map<String, String> mapped() {
    Map<String, String> mapped = new LinkedHashMap<>();
    for (String pair : columns) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new BadInputException(
            "--columns takes pairs such as filename=photo, got '" + pair + "'.");
      }
      mapped.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return mapped;
  }
}
