package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
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

  @Mixin private AnnotationOptions annotations;

  @Option(names = "--skip-bad", description = "Leave out what cannot be used, and say how much.")
  private boolean skipBad;

  /**
   * What was asked for, {@code key=value}.
   *
   * @throws BadInputException if something was, and the data are letters
   */
  List<String> settings(DataSource source) {
    List<String> settings = new ArrayList<>(annotations.settings());
    DataSource.set(settings, "target", target);
    DataSource.set(settings, "groupBy", groupBy);
    if (skipBad) {
      settings.add("data.folder.skipBad=true");
    }
    return source.onlyFolders(settings);
  }
}
