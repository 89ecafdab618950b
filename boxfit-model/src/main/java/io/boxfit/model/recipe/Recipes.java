package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.model.keras.KerasFile;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.SettingFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Recipes from where they are written: those that come with Boxfit, files, and text.
 *
 * <p>A file that starts with {@code base: reliable} needs to hold only what it changes. Without
 * {@code base}, these keys are obligatory: {@code data.preset}, {@code data.trainCount}, {@code
 * data.testCount}, {@code input}, {@code network}, {@code loss}, {@code optimizer}; the others have
 * defaults, which stand beside the components of {@link Recipe} and {@link DataRecipe}.
 *
 * <p>Options of the form {@code key=value} change one key each, in order; the value is YAML. See
 * {@code Overlay} for what a change takes with it.
 */
public final class Recipes {
  private Recipes() {}

  /** The names of the recipes that come with Boxfit. */
  public static List<String> names() {
    return Resources.RECIPES;
  }

  /**
   * What a recipe that comes with Boxfit is for, in one sentence.
   *
   * @param name one of {@link #names()}
   */
  public static String summary(String name) {
    return Resources.text("recipe", name).lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
  }

  /**
   * A recipe that comes with Boxfit.
   *
   * @throws BadInputException if there is none of this name; the message has the nearest one
   */
  public static Recipe named(String name) {
    return load(name, List.of());
  }

  /**
   * A recipe by its name or from a file.
   *
   * @param nameOrFile one of {@link #names()}, or the path of a YAML file or of a model that Keras
   *     saved
   * @param options {@code key=value}, applied in order
   * @throws BadInputException if there is no such recipe or something in it cannot be used; the
   *     message names file and line, or the option
   */
  public static Recipe load(String nameOrFile, List<String> options) {
    if (names().contains(nameOrFile)) {
      Origin origin = Origin.builtIn(nameOrFile);
      return RecipeReader.read(Resources.recipe(nameOrFile, origin), options);
    }
    Optional<Path> keras = keras(nameOrFile);
    if (keras.isPresent()) {
      return KerasRecipe.read(keras.get(), options).recipe();
    }
    Optional<Path> file = path(nameOrFile);
    boolean meantAsFile = nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
    if (file.isEmpty() || !(meantAsFile || Files.exists(file.get()))) {
      throw new BadInputException(
          "no recipe and no file is called "
              + Quoted.of(nameOrFile)
              + NearestName.near(nameOrFile, names())
                  .map(name -> ", did you mean '" + name + "'?")
                  .orElse("; recipes are " + String.join(", ", names())));
    }
    return RecipeReader.read(SettingFile.read(file.get()), options);
  }

  /**
   * A recipe from text.
   *
   * @param yaml what a recipe file holds
   * @param source its name in errors
   * @param options {@code key=value}, applied in order
   * @throws BadInputException if something in it cannot be used
   */
  public static Recipe parse(String yaml, String source, List<String> options) {
    return RecipeReader.read(SettingFile.parse(yaml, Origin.file(source)), options);
  }

  /** The file, where one that Keras wrote is meant. */
  static Optional<Path> keras(String nameOrFile) {
    return path(nameOrFile)
        .filter(file -> !names().contains(nameOrFile))
        .filter(KerasFile::isMeant);
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
