package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.data.annotation.AnnotationFormat;
import io.boxfit.data.annotation.ReadOptions;
import io.boxfit.data.samples.FolderOptions;
import io.boxfit.data.samples.Target;
import io.boxfit.model.recipe.FolderRecipe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        new ReadOptions(format, origin(folder.vocOrigin()), columns(folder.columns().orElse("")));
    return new FolderOptions(reading, Target.parse(folder.target()), folder.skipBad());
  }

  private static ReadOptions.VocOrigin origin(String word) {
    List<String> words =
        Arrays.stream(ReadOptions.VocOrigin.values())
            .map(origin -> origin.name().toLowerCase(Locale.ROOT))
            .toList();
    if (!words.contains(word)) {
      throw new BadInputException(
          "unknown VOC origin '" + word + "': did you mean '" + NearestName.of(word, words) + "'?");
    }
    return ReadOptions.VocOrigin.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> columns(String text) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String pair : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new BadInputException(
            "columns need the form ours=theirs,..., for example xmin=left; got '" + pair + "'");
      }
      columns.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
    }
    return columns;
  }
}
