package io.boxfit.app.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.search.study.MainEffect;
import io.boxfit.search.study.Study;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.search.trial.TrialRunner;
import java.util.List;
import java.util.Map;

/** The form of {@code study.json}: a row a trial. */
public final class StudyJson {
  private StudyJson() {}

  /**
   * The results so far; trials without one are left out.
   *
   * @param effects of a balanced stage's factors; none where there is no such stage
   */
  public static ObjectNode tree(
      Study study, Map<String, TrialResult> results, List<MainEffect> effects) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("study", study.name());
    tree.put("plan", study.digest());
    tree.put("planned", study.trials().size());
    ObjectNode doNothing = tree.putObject("doNothing");
    study
        .stages()
        .forEach(
            (stage, trial) ->
                MetricsJson.put(doNothing.putObject(stage), TrialRunner.doNothing(trial)));
    ArrayNode levels = tree.putArray("effects");
    effects.forEach(effect -> level(levels.addObject(), effect));
    ArrayNode rows = tree.putArray("runs");
    for (Trial trial : study.trials()) {
      TrialResult result = results.get(trial.key());
      if (result != null) {
        row(rows.addObject(), trial, result);
      }
    }
    return tree;
  }

  private static void level(ObjectNode row, MainEffect effect) {
    row.put("factor", effect.factor());
    row.put("level", effect.level());
    row.put("trainings", effect.trials());
    row.put("converged", effect.converged().share());
    row.put("low", effect.converged().low());
    row.put("high", effect.converged().high());
    row.put("meanIou", effect.meanIou());
  }

  private static void row(ObjectNode row, Trial trial, TrialResult result) {
    row.put("stage", trial.stage());
    trial.factors().forEach(row::putPOJO);
    row.put("seed", trial.recipe().seed());
    row.put("class", result.ending().words());
    MetricsJson.put(row, result.metrics());
    row.put("images", result.trained());
    row.put("firstNotANumber", result.firstNotANumber());
    row.put("seconds", result.seconds());
  }
}
