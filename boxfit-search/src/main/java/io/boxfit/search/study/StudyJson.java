package io.boxfit.search.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.search.trial.TrialRunner;
import java.util.LinkedHashMap;
import java.util.Map;

/** The form of {@code study.json}: a row a trial. */
public final class StudyJson {
  private static final String RATE = "learningRate";

  private StudyJson() {}

  /** The results so far; trials without one are left out. */
  public static ObjectNode tree(Study study, Map<String, TrialResult> results) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("study", study.name());
    tree.put("plan", study.digest());
    tree.put("planned", study.trials().size());
    ObjectNode doNothing = tree.putObject("doNothing");
    firstOfEachStage(study)
        .forEach(
            (stage, trial) -> figures(doNothing.putObject(stage), TrialRunner.doNothing(trial)));
    ArrayNode rows = tree.putArray("runs");
    for (Trial trial : study.trials()) {
      TrialResult result = results.get(trial.key());
      if (result != null) {
        row(rows.addObject(), trial, result);
      }
    }
    return tree;
  }

  /** A trial to stand for each stage: its trials share their test samples. */
  public static Map<String, Trial> firstOfEachStage(Study study) {
    Map<String, Trial> first = new LinkedHashMap<>();
    study.trials().forEach(trial -> first.putIfAbsent(trial.stage(), trial));
    return first;
  }

  private static void row(ObjectNode row, Trial trial, TrialResult result) {
    row.put("stage", trial.stage());
    trial
        .factors()
        .forEach(
            (name, value) -> {
              if (name.equals(RATE)) {
                row.put(name, Double.parseDouble(value));
              } else {
                row.put(name, value);
              }
            });
    row.put("seed", trial.recipe().seed());
    row.put("class", result.ending().words());
    figures(row, result.metrics());
    row.put("images", result.trained());
    row.put("firstNotANumber", result.firstNotANumber());
    row.put("seconds", result.seconds());
  }

  private static void figures(ObjectNode row, Metrics metrics) {
    row.put("meanIou", metrics.meanIou());
    row.put("medianIou", metrics.medianIou());
    row.put("iouAt50", metrics.iouAt50());
    row.put("iouAt75", metrics.iouAt75());
    row.put("iouAt90", metrics.iouAt90());
    row.put("kerasAccuracy", metrics.kerasAccuracy());
    row.put("constantBaseline", metrics.constantBaseline());
    row.put("skill", metrics.skill());
    sides(row.putObject("spreadRatio"), metrics.spreadRatio());
    sides(row.putObject("tracking"), metrics.tracking());
    row.put("invalid", metrics.invalid());
    row.put("samples", metrics.samples());
  }

  private static void sides(ObjectNode node, PerSide sides) {
    node.put("left", sides.left());
    node.put("top", sides.top());
    node.put("right", sides.right());
    node.put("bottom", sides.bottom());
  }
}
