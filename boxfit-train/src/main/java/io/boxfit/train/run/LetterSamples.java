package io.boxfit.train.run;

import io.boxfit.core.box.Box;
import io.boxfit.data.Dataset;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.recipe.DataRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.TrainingData;
import java.util.List;
import java.util.Optional;

/**
 * Letters as a recipe asks for them.
 *
 * @param recipe without a folder
 */
record LetterSamples(Recipe recipe) implements RecipeData {

  @Override
  public TrainingData training() {
    return LetterData.training(recipe);
  }

  @Override
  public Dataset part(String split) {
    DataRecipe data = recipe.data();
    return switch (split) {
      case "test" -> LetterData.test(recipe);
      case "validation" -> train().range(data.trainedCount(), data.trainCount());
      default -> train().range(0, data.trainedCount());
    };
  }

  private Letters train() {
    DataRecipe data = recipe.data();
    return new Letters(LettersPreset.parse(data.preset()), data.seed(), "train", data.trainCount());
  }

  @Override
  public Optional<Dataset> kept(int most) {
    DataRecipe data = recipe.data();
    int count = Math.min(most, data.validationCount());
    return count == 0
        ? Optional.empty()
        : Optional.of(train().range(data.trainedCount(), data.trainedCount() + count));
  }

  @Override
  public Box constantBaseline() {
    return TrainingSetBaseline.fit(training());
  }

  @Override
  public List<String> names() {
    return List.of("letter");
  }

  @Override
  public List<String> remarks() {
    return List.of();
  }

  @Override
  public String title() {
    return "letters (" + recipe.data().preset() + ")";
  }
}
