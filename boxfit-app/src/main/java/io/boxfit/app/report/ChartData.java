package io.boxfit.app.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.app.evaluation.EvaluationResult;
import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.app.evaluation.MetricsJson;
import io.boxfit.app.evaluation.RiskCoverage;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** All numbers that the page's charts are drawn from, as one JSON text. */
final class ChartData {
  private static final int BINS = 20;
  private static final int SCATTER_POINTS = 1500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private ChartData() {}

  /** May stand within a script element: it holds no {@code <}. */
  static String json(TrainingCurves curves, EvaluationResult evaluation) {
    ObjectNode json = JSON.createObjectNode();
    json.put("constantBaseline", evaluation.metrics().constantBaseline());
    json.set("curves", curves.json());
    json.set("histogram", histogram(evaluation.samples()));
    json.set("scatter", scatter(evaluation.samples()));
    json.set("risk", MetricsJson.of(RiskCoverage.of(evaluation.samples())));
    try {
      return JSON.writeValueAsString(json).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  /**
   * {@code counts[i]}: samples with an IoU from i / bins to (i + 1) / bins, the last including 1;
   * {@code atLeast[i]}: share of samples with an IoU of i / bins or more; {@code perfect}: share
   * with 1.
   */
  private static ObjectNode histogram(List<JudgedSample> samples) {
    int[] counts = new int[BINS];
    for (JudgedSample sample : samples) {
      counts[Math.min((int) (sample.iou() * BINS), BINS - 1)]++;
    }
    ObjectNode json = JSON.createObjectNode();
    ArrayNode binned = json.putArray("counts");
    ArrayNode atLeast = json.putArray("atLeast");
    int left = samples.size();
    for (int count : counts) {
      binned.add(count);
      atLeast.add((double) left / samples.size());
      left -= count;
    }
    json.put(
        "perfect", (double) samples.stream().filter(s -> s.iou() >= 1).count() / samples.size());
    return json;
  }

  private static ObjectNode scatter(List<JudgedSample> samples) {
    List<Outcome> outcomes =
        samples.stream()
            .map(JudgedSample::outcome)
            .filter(outcome -> outcome.prediction().isProper())
            .toList();
    ObjectNode json = JSON.createObjectNode();
    json.set("left", side(outcomes, Box::xMin, Outcome::width));
    json.set("top", side(outcomes, Box::yMin, Outcome::height));
    json.set("right", side(outcomes, Box::xMax, Outcome::width));
    json.set("bottom", side(outcomes, Box::yMax, Outcome::height));
    return json;
  }

  /** Points {@code [truth, prediction]}, px; predictions outside the picture are at its border. */
  private static ObjectNode side(
      List<Outcome> outcomes, ToDoubleFunction<Box> side, ToIntFunction<Outcome> extent) {
    int largest = outcomes.stream().mapToInt(extent).max().orElse(1);
    ObjectNode json = JSON.createObjectNode().put("extent", largest);
    ArrayNode points = json.putArray("points");
    for (Outcome outcome : Thinning.spaced(outcomes, SCATTER_POINTS)) {
      double predicted = side.applyAsDouble(outcome.prediction());
      points
          .addArray()
          .add(tenth(side.applyAsDouble(outcome.truth())))
          .add(tenth(Math.min(Math.max(predicted, 0), largest)));
    }
    return json;
  }

  private static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
