package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Setting;
import java.util.List;
import java.util.Map;

/** Recipes as structures that any JSON or YAML writer understands, with the keys of the files. */
public final class RecipeTree {
  private RecipeTree() {}

  /**
   * The whole recipe, every default written out: maps (in a fixed order), lists, strings, whole
   * numbers (Integer, Long), Double and Boolean. Equal recipes give equal trees.
   */
  public static Map<String, Object> of(Recipe recipe) {
    return RecordTree.recipe(recipe);
  }

  /**
   * The recipe of a tree, as {@link #of} gave it or a JSON reader read it back.
   *
   * @param source its name in errors, for example the file that held it
   * @throws BadInputException if something in it cannot be used
   */
  public static Recipe read(Map<String, ?> tree, String source) {
    return RecipeReader.read(Setting.of(tree, Origin.file(source)), List.of());
  }
}
