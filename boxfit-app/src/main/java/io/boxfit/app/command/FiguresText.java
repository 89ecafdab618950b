package io.boxfit.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** The figures of {@code metrics.json} for a person: few lines, the telling ones first. */
final class FiguresText {
  private FiguresText() {}

  static String of(JsonNode metrics) {
    StringBuilder text = new StringBuilder();
    line(text, "mean IoU", "%.4f%s", number(metrics, "meanIou"), unrounded(metrics));
    line(
        text,
        "IoU >= 0.5",
        "%.2f%% of %,d pictures",
        100 * number(metrics, "iouAt50"),
        metrics.path("samples").asInt());
    line(text, "skill", "%.4f (0 = ignores the picture, 1 = perfect)", number(metrics, "skill"));
    line(text, "constant box", "%.4f mean IoU", number(metrics, "constantBaseline"));
    JsonNode errors = metrics.path("sideErrorPx");
    line(
        text,
        "px off",
        "left %.2f, top %.2f, right %.2f, bottom %.2f",
        number(errors, "left"),
        number(errors, "top"),
        number(errors, "right"),
        number(errors, "bottom"));
    JsonNode risk = metrics.path("riskCoverage");
    if (risk.size() > 4) {
      JsonNode half = risk.get(4);
      line(
          text,
          "surest half",
          "%.2f%% with IoU >= 0.5, at a confidence of %.2f or more",
          100 * number(half, "iouAt50"),
          number(half, "confidence"));
    }
    JsonNode absent = metrics.path("absent");
    if (absent.isObject()) {
      line(
          text,
          "no object",
          "%.2f%% of %,d pictures called present; told apart in %.2f%% of pairs",
          100 * number(absent, "calledPresent"),
          absent.path("samples").asInt(),
          100 * number(absent, "ranking"));
    }
    if (metrics.path("invalid").asInt() > 0) {
      line(text, "no box", "%,d pictures", metrics.path("invalid").asInt());
    }
    return text.toString();
  }

  private static String unrounded(JsonNode metrics) {
    return metrics.has("meanIouUnrounded")
        ? String.format(Locale.ROOT, " (%.4f before rounding)", number(metrics, "meanIouUnrounded"))
        : "";
  }

  private static double number(JsonNode node, String key) {
    return node.path(key).asDouble(Double.NaN);
  }

  static void line(StringBuilder text, String name, String format, Object... values) {
    text.append(String.format(Locale.ROOT, "%-14s", name))
        .append(String.format(Locale.ROOT, format, values))
        .append(System.lineSeparator());
  }
}
