package io.boxfit.app.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how a folder of pictures is read; each is a key of the recipe. */
final class FolderReadingOptions {
  @Option(
      names = "--target",
      paramLabel = "T",
      description = "Which object to find: largest, first, only, union or label=NAME.")
  private String target;

  @Option(
      names = "--group-by",
      paramLabel = "REGEX",
      description = "Pictures for whose names it finds the same stay on one side of the split.")
  private String groupBy;

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "Annotations: voc, coco, yolo or csv (default: recognised).")
  private String format;

  @Option(
      names = "--voc-origin",
      paramLabel = "O",
      description = "How VOC counts pixels: one, zero or auto (default: auto).")
  private String vocOrigin;

  @Option(
      names = "--columns",
      paramLabel = "OURS=THEIRS,...",
      description = "Columns of CSV by our names (default: recognised).")
  private String columns;

  @Option(names = "--skip-bad", description = "Leave out what cannot be used, and say how much.")
  private boolean skipBad;

  /** What was asked for, {@code key=value}. */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    add(settings, "target", target);
    add(settings, "groupBy", groupBy);
    add(settings, "format", format);
    add(settings, "vocOrigin", vocOrigin);
    add(settings, "columns", columns);
    if (skipBad) {
      settings.add("data.folder.skipBad=true");
    }
    return settings;
  }

  private static void add(List<String> settings, String key, String value) {
    if (value != null) {
      settings.add("data.folder." + key + "=" + DataSource.quoted(value));
    }
  }
}
