package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import io.boxfit.data.Dataset;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.model.recipe.DataRecipe;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.TrainingData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Synthetic letters as a recipe asks for them. */
public final class LetterData {
  private LetterData() {}

  /**
   * What a recipe trains with.
   *
   * @throws BadInputException if a preset is unknown, or gets no sample of a batch
   */
  public static TrainingData training(Recipe recipe) {
    DataRecipe data = recipe.data();
    LettersPreset preset = LettersPreset.parse(data.preset());
    List<BatchPart> parts = new ArrayList<>();
    Sha256 digest = new Sha256();
    for (Map.Entry<String, Integer> share : perBatch(recipe).entrySet()) {
      int size = Math.toIntExact(share.getValue() * recipe.stepsPerEpoch());
      LettersPreset part = LettersPreset.parse(share.getKey());
      Letters letters = new Letters(part, data.seed(), "train", size);
      parts.add(new BatchPart(part.key(), letters, share.getValue()));
      digest.add(letters.digest());
    }
    int trained = data.trainedCount();
    Dataset probe =
        data.validationCount() > 0
            ? new Letters(preset, data.seed(), "train", data.trainCount())
                .range(trained, data.trainCount())
            : new Letters(preset, data.seed(), "train", Math.min(256, data.trainCount()));
    digest.add(probe.digest());
    String split = data.validationCount() > 0 ? "validation" : "train";
    return new TrainingData(parts, probe, split, digest.hex());
  }

  /** The letters that no training with this data seed ever sees. */
  public static Dataset test(Recipe recipe) {
    DataRecipe data = recipe.data();
    LettersPreset preset = LettersPreset.parse(data.preset());
    return new Letters(preset, data.seed(), "test", data.testCount());
  }

  /**
   * How many samples of a batch come from each preset: shares, rounded to the largest remainders.
   */
  private static Map<String, Integer> perBatch(Recipe recipe) {
    Map<String, Double> mix = recipe.data().mix();
    if (mix.isEmpty()) {
      return Map.of(recipe.data().preset(), recipe.batchSize());
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    mix.forEach((name, share) -> counts.put(name, (int) (share * recipe.batchSize() + 1e-9)));
    int rest = recipe.batchSize() - counts.values().stream().mapToInt(Integer::intValue).sum();
    mix.entrySet().stream()
        .sorted(
            (a, b) ->
                Double.compare(remainder(b, recipe.batchSize()), remainder(a, recipe.batchSize())))
        .limit(rest)
        .forEach(e -> counts.merge(e.getKey(), 1, Integer::sum));
    counts.forEach(
        (name, count) -> {
          if (count == 0) {
            throw new BadInputException(
                "data.mix: the share of '"
                    + name
                    + "' is too small for one sample in a batch of "
                    + recipe.batchSize());
          }
        });
    return counts;
  }

  private static double remainder(Map.Entry<String, Double> share, int batchSize) {
    double exact = share.getValue() * batchSize;
    return exact - Math.floor(exact + 1e-9);
  }
}
