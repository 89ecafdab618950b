package io.boxfit.app.command;

import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
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
    try (Reading reading = new Reading(console)) {
      data = RecipeData.of(recipe, reading::at);
    }
    data.remarks().forEach(console::say);
    return data;
  }

  /** All pictures of a folder, as a recipe with a folder reads them. */
  static PictureFolder folder(FolderRecipe recipe, Console console) {
    PictureFolder folder;
    try (Reading reading = new Reading(console)) {
      folder =
          PictureFolder.read(
              Path.of(recipe.path().orElseThrow()), FolderReading.options(recipe), reading::at);
    }
    folder.remarks().forEach(console::say);
    return folder;
  }

  /** The bar appears with the first picture, when their number is known. */
  private static final class Reading implements AutoCloseable {
    private final Console console;
    private Progress progress;
    private int most;

    Reading(Console console) {
      this.console = console;
    }

    synchronized void at(int done, int all) {
      console.requireGoingOn();
      if (progress == null) {
        progress = Progress.start(console.screen(), new Work("reading", "pictures", 0, all));
      }
      if (done > most) {
        most = done;
        progress.at(done, "");
      }
    }

    @Override
    public synchronized void close() {
      if (progress != null) {
        progress.close();
      }
    }
  }
}
