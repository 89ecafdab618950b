package io.boxfit.app.report;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.PerSide;
import java.util.function.DoubleFunction;

/** The figures with a line on each that says what it means, as HTML rows. */
final class FigureTables {
  private FigureTables() {}

  static String overall(Metrics metrics) {
    StringBuilder rows = new StringBuilder();
    rows.append(
        row(
            "Mean IoU",
            Numbers.figure(metrics.meanIou()),
            "Intersection over union of predicted and true box, averaged over all pictures."));
    metrics
        .meanIouUnrounded()
        .ifPresent(
            value ->
                rows.append(
                    row(
                        "Mean IoU before rounding",
                        Numbers.figure(value),
                        "The model rounds its box to whole pixels, as the truth is; this is without.")));
    rows.append(
        row(
            "Median IoU",
            Numbers.figure(metrics.medianIou()),
            "Half of the pictures reach at least this."));
    rows.append(
        row(
            "IoU ≥ 0.5",
            Numbers.percent(metrics.iouAt50()),
            "Share of pictures where the object counts as found."));
    rows.append(
        row(
            "IoU ≥ 0.75",
            Numbers.percent(metrics.iouAt75()),
            "Share of pictures with a good box."));
    rows.append(
        row(
            "IoU ≥ 0.9",
            Numbers.percent(metrics.iouAt90()),
            "Share of pictures with a tight box."));
    rows.append(
        row(
            "Constant baseline",
            Numbers.figure(metrics.constantBaseline()),
            "Mean IoU of the one best box, the same for every picture: what never looking gives."));
    rows.append(
        row(
            "Skill",
            Numbers.figure(metrics.skill()),
            "0 = no better than that constant box, 1 = perfect."));
    rows.append(
        row(
            "Invalid predictions",
            Numbers.count(metrics.invalid()),
            "Not numbers, inverted or empty: each counts as IoU 0."));
    rows.append(
        row(
            "Keras accuracy",
            Numbers.percent(metrics.kerasAccuracy()),
            "Says nothing. It is what Keras shows for metrics=['accuracy'] on four numbers: how often"
                + " the largest of them is the right one, which a box that never moves often gets"
                + " right too."));
    return rows.toString();
  }

  static String perSide(Metrics metrics) {
    return sides(
            "Error, px",
            metrics.sideErrorPx(),
            Numbers::rough,
            "How far the side is off on average.")
        + sides(
            "Spread ratio",
            metrics.spreadRatio(),
            Numbers::figure,
            "How much the side moves, against how much it should: 1 is right, near 0 the box"
                + " stands still.")
        + sides(
            "Tracking",
            metrics.tracking(),
            Numbers::figure,
            "Whether it moves the right way: correlation with the truth, 1 is perfect, 0 is"
                + " chance.");
  }

  private static String row(String name, String value, String meaning) {
    return "<tr><th scope=\"row\">%s<small>%s</small></th><td>%s</td></tr>\n"
        .formatted(Html.escape(name), Html.escape(meaning), Html.escape(value));
  }

  private static String sides(
      String name, PerSide sides, DoubleFunction<String> form, String meaning) {
    return """
        <tr class="note"><th scope="row" colspan="4">%s<small>%s</small></th></tr>
        <tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>
        """
        .formatted(
            Html.escape(name),
            Html.escape(meaning),
            form.apply(sides.left()),
            form.apply(sides.top()),
            form.apply(sides.right()),
            form.apply(sides.bottom()));
  }
}
