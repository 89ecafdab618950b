package io.boxfit.bench.suite;

import io.boxfit.core.box.Box;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.train.run.LetterData;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A network after some dozens of steps: sure enough of itself that a last bit decides nothing.
 *
 * @param weights weights.safetensors
 * @param model the bytes of model.onnx
 * @param parameters how many numbers were trained
 */
@SuppressWarnings("ArrayRecordComponent")
record ShortRun(Path weights, byte[] model, long parameters) {
  static final String VERSION = "benchmark";

  static ShortRun train(Recipe recipe, Path run) {
    RunFolder folder = RunFolder.create(run);
    Map<String, float[]> weights =
        TrainingRun.begin(folder, recipe, LetterData.training(recipe), VERSION)
            .train(List.of(), () -> false)
            .orElseThrow();
    ModelCard card =
        new ModelCard(
            VERSION,
            List.of("letter"),
            RecipeYaml.digest(recipe),
            new Box(80, 30, 120, 70),
            recipe.output().wholePixels());
    byte[] model = OnnxModel.of(recipe.network(), weights, card).bytes();
    return new ShortRun(folder.weights(), model, recipe.network().parameterCount());
  }
}
