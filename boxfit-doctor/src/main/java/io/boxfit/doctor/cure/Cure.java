package io.boxfit.doctor.cure;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.model.initializer.Zeros;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.optimizer.Adam;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.model.schedule.Constant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What to change in a recipe.
 *
 * @param reasons the conditions that ask for it
 * @param settings keys and values, as after {@code --set}
 */
public record Cure(List<Condition> reasons, List<String> settings) {
  private static final double SMALLER = 0.3;

  /** From here on Adam's own default is the smaller one. */
  private static final double FAR_TOO_HIGH = 0.003;

  private static final long FEW_STEPS = 400;
  private static final String PATIENT = "earlyStopping={patience: 10}";

  /** Copies the lists. */
  public Cure {
    reasons = List.copyOf(reasons);
    settings = List.copyOf(settings);
  }

  /**
   * The cure of a training: the first {@linkplain Treatment choice} that changes the recipe; where
   * no cause is known, another start.
   *
   * @return without settings where there is no cure
   */
  public static Cure of(Diagnosis diagnosis, Recipe recipe) {
    return Treatment.choices(diagnosis)
        .map(treated -> of(treated, recipe))
        .filter(cure -> cure.changes(recipe))
        .findFirst()
        .orElseGet(
            () ->
                diagnosis.root().isEmpty()
                    ? new Cure(
                        List.of(diagnosis.findings().get(0).condition()),
                        List.of("seed=" + (recipe.seed() + 1)))
                    : new Cure(List.of(), List.of()));
  }

  private boolean changes(Recipe recipe) {
    return !settings.isEmpty() && !applyTo(recipe).equals(recipe);
  }

  /** Where two findings would change one setting, the first one's change holds. */
  private static Cure of(List<Finding> treated, Recipe recipe) {
    List<Condition> reasons = new ArrayList<>();
    Map<String, String> settings = new LinkedHashMap<>();
    for (Finding finding : treated) {
      List<String> found =
          settings(finding.condition(), recipe).stream()
              .filter(setting -> !settings.containsKey(key(setting)))
              .toList();
      if (!found.isEmpty()) {
        found.forEach(setting -> settings.put(key(setting), setting));
        reasons.add(finding.condition());
      }
    }
    return new Cure(reasons, new ArrayList<>(settings.values()));
  }

  /** All of an optimiser is one setting: a rate alone belongs to the optimiser before. */
  private static String key(String setting) {
    String key = setting.substring(0, setting.indexOf('='));
    return key.startsWith("optimizer.") ? "optimizer" : key;
  }

  private static List<String> settings(Condition condition, Recipe recipe) {
    boolean anyLoss = recipe.network().last().layer() instanceof BoxHead;
    return switch (condition) {
      case LOSS_TURNS_NAN, CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP, SIDE_WITHOUT_LOSS ->
          anyLoss ? List.of("loss=mse") : List.of();
      case OPTIMIZER_DEFAULT -> adam("0.0003", recipe);
      case ZERO_START, FIRST_WEIGHTS_TOO_SMALL, FIRST_WEIGHTS_TOO_LARGE ->
          also(List.of("initializer.kernel=glorotUniform"), condition, recipe);
      case SATURATED_OUTPUT -> also(shiftless(smaller(recipe), recipe), condition, recipe);
      case DEAD_UNITS -> also(shiftless(List.of(), recipe), condition, recipe);
      case LEARNING_RATE_TOO_HIGH, EXPLODING_GRADIENT -> smaller(recipe);
      case LEARNING_RATE_TOO_LOW -> steady(adam("0.001", recipe), recipe);
      case WEIGHT_DECAY_TOO_HIGH -> adam("0.001", recipe);
      case STOPPED_TOO_EARLY -> recipe.earlyStopping().isPresent() ? List.of(PATIENT) : List.of();
      case TOO_FEW_EPOCHS -> List.of("epochs=" + longer(recipe));
      default -> LayerCures.of(condition, recipe.network());
    };
  }

  /** Biases that start at zero, where the recipe has others. */
  private static List<String> shiftless(List<String> settings, Recipe recipe) {
    return recipe.initializer().bias() instanceof Zeros
        ? settings
        : Stream.concat(settings.stream(), Stream.of("initializer.bias=zeros")).toList();
  }

  /** A rate that falls may be what made it too low. */
  private static List<String> steady(List<String> optimizer, Recipe recipe) {
    return recipe.schedule() instanceof Constant
        ? optimizer
        : Stream.concat(optimizer.stream(), Stream.of("schedule=constant")).toList();
  }

  /** What layers say for themselves goes before what the recipe says for all. */
  private static List<String> also(List<String> all, Condition condition, Recipe recipe) {
    return Stream.concat(all.stream(), LayerCures.of(condition, recipe.network()).stream())
        .toList();
  }

  /** Three times as long; as long as some hundreds of steps take, where there were few. */
  private static int longer(Recipe recipe) {
    long enough = (FEW_STEPS + recipe.stepsPerEpoch() - 1) / recipe.stepsPerEpoch();
    return (int) Math.max(3L * recipe.epochs(), enough);
  }

  /** Adam's default where the rate is far above it; a third of what is not. */
  private static List<String> smaller(Recipe recipe) {
    double rate = recipe.optimizer().learningRate();
    return rate > FAR_TOO_HIGH
        ? adam("0.001", recipe)
        : List.of(String.format(Locale.ROOT, "optimizer.learningRate=%.3g", rate * SMALLER));
  }

  /** A recipe's Adam keeps what is not set anew: numbers of its own go back to Adam's, too. */
  private static List<String> adam(String rate, Recipe recipe) {
    boolean odd =
        recipe.optimizer() instanceof Adam a
            && !a.equals(new Adam(a.learningRate(), 0.9, 0.999, 1e-7, a.clip()));
    return List.of(
        "optimizer={name: adam, learningRate: "
            + rate
            + (odd ? ", beta1: 0.9, beta2: 0.999, epsilon: 1.0e-7}" : "}"));
  }

  /**
   * The recipe with these settings.
   *
   * @param recipe that is sick
   */
  public Recipe applyTo(Recipe recipe) {
    return Recipes.parse(RecipeYaml.write(recipe), "recipe", settings);
  }
}
