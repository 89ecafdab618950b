package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.Dataset;
import io.boxfit.data.samples.PictureFolder;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.TrainingData;
import java.util.List;
import java.util.Optional;

/** The samples that a recipe speaks of, wherever they come from. */
public interface RecipeData {

  /**
   * Letters or the folder of a recipe; a folder is read and every picture looked at.
   *
   * @param progress of the reading
   * @throws BadInputException if the samples cannot be made or used
   */
  static RecipeData of(Recipe recipe, PictureFolder.Progress progress) {
    return recipe
        .data()
        .folder()
        .<RecipeData>map(folder -> FolderData.read(recipe, folder, progress))
        .orElseGet(() -> new LetterSamples(recipe));
  }

  /** What it trains with. */
  TrainingData training();

  /**
   * A part of the samples as they are, for figures and pictures.
   *
   * @param split {@code train}, {@code validation} or {@code test}
   * @throws BadInputException if there is no such part, or nothing in it
   */
  Dataset part(String split);

  /**
   * Pictures of a part that do not show the object; empty where there are none.
   *
   * @throws BadInputException if there is no such part
   */
  default Optional<Dataset> absent(String split) {
    return Optional.empty();
  }

  /**
   * Samples that were kept back from training, as they are; empty where there are none.
   *
   * @param most how many at the most
   */
  Optional<Dataset> kept(int most);

  /** The one best box for what it trains with, px of the network's input. */
  Box constantBaseline();

  /** What the box encloses, at least one name. */
  List<String> names();

  /** What people should know of the samples, one sentence each. */
  List<String> remarks();

  /** What they are, in a few words: for titles. */
  String title();
}
