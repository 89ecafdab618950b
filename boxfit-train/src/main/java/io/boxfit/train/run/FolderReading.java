package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.samples.FolderOptions;
import io.boxfit.data.samples.Target;
import io.boxfit.model.recipe.FolderRecipe;
import java.util.Map;
import java.util.Optional;

/** From a recipe's words to what reads the folder. */
public final class FolderReading {
  private FolderReading() {}

  /**
   * How the folder of a recipe is read.
   *
   * @throws BadInputException if a word is unknown; names the nearest
   */
  public static FolderOptions options(FolderRecipe folder) {
    Optional<AnnotationFormat> format =
        folder.format().equals("auto")
            ? Optional.empty()
            : Optional.of(AnnotationFormat.parse(folder.format()));
    ReadOptions reading =
        new ReadOptions(
            format,
            ReadOptions.VocOrigin.parse(folder.vocOrigin()),
            folder.columns().map(ReadOptions::parseColumns).orElse(Map.of()));
    return new FolderOptions(reading, Target.parse(folder.target()), folder.skipBad());
  }
}
