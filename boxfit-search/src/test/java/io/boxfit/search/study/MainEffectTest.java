package io.boxfit.search.study;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.search.trial.Ending;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MainEffectTest {
  private static final Box TRUTH = new Box(0, 0, 10, 10);

  /** A result whose one prediction covers so much of the truth. */
  private static TrialResult result(double iou) {
    List<Outcome> outcomes = List.of(new Outcome(new Box(0, 0, 10, 10 * iou), TRUTH, 20, 20));
    Ending ending = iou > 0.5 ? Ending.CONVERGED : Ending.SAME_BOX;
    return new TrialResult(ending, Metrics.of(outcomes, TRUTH), 1, 0, 1, List.of());
  }

  private static Trial trial(String stage, String loss, String optimizer, double rate) {
    Map<String, Object> factors = Map.of("loss", loss, "optimiser", optimizer, "rate", rate);
    return new Trial(stage, factors, Recipes.load("article", List.of("threads=1")));
  }

  @Test
  void levelsOfAFactorAreJudgedOverAllTheOthers() {
    List<Trial> trials = new ArrayList<>();
    Map<String, TrialResult> results = new HashMap<>();
    for (String loss : List.of("mse", "iou")) {
      for (double rate : new double[] {0.001, 1}) {
        Trial trial = trial("crossed", loss, "adadelta", rate);
        trials.add(trial);
        results.put(trial.key(), result(loss.equals("mse") && rate == 1 ? 0.8 : 0.2));
      }
    }
    Trial elsewhere = trial("alone", "mse", "adam", 0.1);
    trials.add(elsewhere);
    results.put(elsewhere.key(), result(0.9));
    List<MainEffect> effects =
        MainEffect.of(
            new Study("s", trials),
            results,
            "crossed",
            List.of(List.of("loss"), List.of("optimiser", "rate")));
    assertEquals(
        List.of(
            new MainEffect("loss", "mse", 2, Share.of(1, 2), 0.5),
            new MainEffect("loss", "iou", 2, Share.of(0, 2), 0.2),
            new MainEffect("optimiser, rate", "adadelta 0.001", 2, Share.of(0, 2), 0.2),
            new MainEffect("optimiser, rate", "adadelta 1.0", 2, Share.of(1, 2), 0.5)),
        effects);
  }
}
