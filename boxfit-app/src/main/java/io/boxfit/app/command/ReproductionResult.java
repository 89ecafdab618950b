package io.boxfit.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What came out when a run was trained again.
 *
 * @param weightsSha256 of the new weights
 * @param original SHA-256 of the run's weights
 * @param differences why equal weights cannot be expected; empty where they can
 * @param metrics of the run
 * @param again metrics of the new weights, where the weights are not equal
 */
record ReproductionResult(
    String weightsSha256,
    String original,
    List<String> differences,
    JsonNode metrics,
    Optional<JsonNode> again) {
  /** The largest change of mean IoU that other last bits excuse. */
  private static final double CLOSE = 0.01;

  private static final String MEAN_IOU = "meanIou";

  boolean identical() {
    return weightsSha256.equals(original);
  }

  boolean expected() {
    return differences.isEmpty();
  }

  /** Whether nothing is wrong: equal, or as close as can be expected. */
  boolean passed() {
    return identical() || (!expected() && Math.abs(change()) <= CLOSE);
  }

  /** Mean IoU of the new weights less that of the run, NaN where the new one is unknown. */
  private double change() {
    return again.map(node -> meanIou(node) - meanIou(metrics)).orElse(Double.NaN);
  }

  private static double meanIou(JsonNode metrics) {
    return metrics.path(MEAN_IOU).asDouble(Double.NaN);
  }

  ObjectNode document() {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("identical", identical());
    document.put("expected", expected());
    document.put("weightsSha256", weightsSha256);
    document.put("original", original);
    ArrayNode lines = document.putArray("differences");
    differences.forEach(lines::add);
    again.ifPresent(
        node -> {
          ObjectNode compared = document.putObject("metrics");
          compared.put("meanIouChange", change());
          compared.set("original", metrics);
          compared.set("again", node);
        });
    return document;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    String verdict = identical() ? "yes, bit for bit" : expected() ? "no" : "no, as was said";
    FiguresText.line(text, "identical", "%s", verdict);
    FiguresText.line(text, "weights", "%s", weightsSha256);
    if (!identical()) {
      FiguresText.line(text, "original", "%s", original);
    }
    again.ifPresent(
        node ->
            FiguresText.line(
                text,
                "mean IoU",
                "%.4f, the run's %.4f, change %+.4f",
                meanIou(node),
                meanIou(metrics),
                change()));
    return text.toString();
  }
}
