package io.boxfit.doctor.cure;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Severity;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What to change in a recipe.
 *
 * @param reasons the conditions that ask for it
 * @param settings keys and values, as after {@code --set}
 */
public record Cure(List<Condition> reasons, List<String> settings) {
  /** Other causes than the root are treated, too, from this confidence on. */
  private static final double SURE = 0.6;

  private static final double SMALLER = 0.3;
  private static final double LARGER = 10;
  private static final long FEW_STEPS = 400;

  /** Copies the lists. */
  public Cure {
    reasons = List.copyOf(reasons);
    settings = List.copyOf(settings);
  }

  /**
   * The cure of a sick training: for the root, and for other causes that stand beside it. Where no
   * cause is known it is another start.
   *
   * @return without settings where there is no cure
   */
  public static Cure of(Diagnosis diagnosis, Recipe recipe) {
    List<Condition> reasons = new ArrayList<>();
    Set<String> settings = new LinkedHashSet<>();
    for (Finding finding : diagnosis.findings()) {
      boolean treated =
          finding.condition().severity() == Severity.ERROR
              || diagnosis.root().filter(finding::equals).isPresent();
      List<String> found = settings(finding.condition(), recipe);
      if (treated && finding.confidence() >= SURE && !found.isEmpty() && settings.addAll(found)) {
        reasons.add(finding.condition());
      }
    }
    if (diagnosis.root().isEmpty() && settings.isEmpty()) {
      reasons.add(diagnosis.findings().get(0).condition());
      settings.add("seed=" + (recipe.seed() + 1));
    }
    return new Cure(reasons, new ArrayList<>(settings));
  }

  private static List<String> settings(Condition condition, Recipe recipe) {
    boolean anyLoss = recipe.network().last().layer() instanceof BoxHead;
    return switch (condition) {
      case LOSS_TURNS_NAN, CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP ->
          anyLoss ? List.of("loss=mse") : List.of();
      case OPTIMIZER_DEFAULT -> List.of("optimizer={name: adam, learningRate: 0.0003}");
      case ZERO_START, FIRST_WEIGHTS_TOO_SMALL, FIRST_WEIGHTS_TOO_LARGE ->
          List.of("initializer.kernel=glorotUniform");
      case LEARNING_RATE_TOO_HIGH, SATURATED_OUTPUT, EXPLODING_GRADIENT -> rate(recipe, SMALLER);
      case LEARNING_RATE_TOO_LOW -> rate(recipe, LARGER);
      case TOO_FEW_EPOCHS -> List.of("epochs=" + longer(recipe));
      default -> LayerCures.of(condition, recipe.network());
    };
  }

  /** Twice as long; as long as some hundreds of steps take, where there were few. */
  private static int longer(Recipe recipe) {
    long enough = (FEW_STEPS + recipe.stepsPerEpoch() - 1) / recipe.stepsPerEpoch();
    return (int) Math.max(2L * recipe.epochs(), enough);
  }

  private static List<String> rate(Recipe recipe, double times) {
    double rate = recipe.optimizer().learningRate() * times;
    return List.of(String.format(Locale.ROOT, "optimizer.learningRate=%.3g", rate));
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
