package io.boxfit.app.command;

import io.boxfit.data.samples.PictureFolder;
import io.boxfit.model.recipe.FolderRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.FolderReading;
import io.boxfit.train.run.RecipeData;
import java.nio.file.Path;

/** The samples of a recipe, with a bar while a folder is read and its remarks said. */
final class SampleSource {
  private SampleSource() {}

  static RecipeData read(Recipe recipe, Console console) {
    if (recipe.data().folder().isEmpty()) {
      return RecipeData.of(recipe, (done, all) -> {});
    }
    RecipeData data;
    try (LateProgress reading = new LateProgress(console, "reading", "pictures")) {
      data = RecipeData.of(recipe, reading::at);
    }
    data.remarks().forEach(console::say);
    return data;
  }

  /** All pictures of a folder, as a recipe with a folder reads them. */
  static PictureFolder folder(FolderRecipe recipe, Console console) {
    PictureFolder folder;
    try (LateProgress reading = new LateProgress(console, "reading", "pictures")) {
      folder =
          PictureFolder.read(
              Path.of(recipe.path().orElseThrow()), FolderReading.options(recipe), reading::at);
    }
    folder.remarks().forEach(console::say);
    return folder;
  }
}
