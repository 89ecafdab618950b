package io.boxfit.app.command;

import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.RecipeData;

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
