package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which samples a recipe trains with and tests on: letters, or a folder of pictures.
 *
 * @param seed which letters; a study of starts holds it fixed
 * @param preset of letters, for validation and test always, for training where {@code mix} is empty
 * @param trainCount samples to train with, those for validation among them; of a folder, how many
 *     variations of its pictures an epoch has
 * @param testCount others, for the final figures
 * @param validationShare the last share of the training samples, taken off before shuffling, as in
 *     Keras; of a folder, the share of its training pictures that is kept back; in [0, 1)
 * @param mix shares of presets within each training batch, sorted by name; empty for {@code preset}
 *     alone
 * @param folder the pictures, instead of letters
 */
public record DataRecipe(
    @Default("1") long seed,
    @Default("varied") String preset,
    int trainCount,
    @Default("20000") int testCount,
    @Default("0") double validationShare,
    @Default("{}") Map<String, Double> mix,
    @Default("") Optional<FolderRecipe> folder) {
  private static final Pattern PRESET = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

  /**
   * @throws BadInputException if a number is impossible
   */
  public DataRecipe {
    if (trainCount < 1) {
      throw new BadInputException("data.trainCount must be at least 1, got " + trainCount);
    }
    if (testCount < 1) {
      throw new BadInputException("data.testCount must be at least 1, got " + testCount);
    }
    if (!(validationShare >= 0 && validationShare < 1)) {
      throw new BadInputException("data.validationShare must be in [0, 1), got " + validationShare);
    }
    if (!PRESET.matcher(preset).matches()) {
      throw new BadInputException("data.preset must be the name of a preset");
    }
    mix = Collections.unmodifiableMap(new TreeMap<>(mix));
    double sum = mix.values().stream().mapToDouble(Double::doubleValue).sum();
    if (!mix.keySet().stream().allMatch(name -> PRESET.matcher(name).matches())) {
      throw new BadInputException("data.mix must hold names of presets");
    }
    boolean shares = mix.values().stream().allMatch(share -> share >= 0 && share <= 1);
    if (!mix.isEmpty() && (!shares || Math.abs(sum - 1) > 1e-9)) {
      throw new BadInputException("data.mix must hold shares in [0, 1] that sum to 1, got " + mix);
    }
  }

  /** Samples of an epoch. */
  public int trainedCount() {
    return folder.isPresent() ? trainCount : trainCount - validationCount();
  }

  /** Letters kept back from training to watch it. */
  public int validationCount() {
    return (int) Math.round(trainCount * validationShare);
  }
}
