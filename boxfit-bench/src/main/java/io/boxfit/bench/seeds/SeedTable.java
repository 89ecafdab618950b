package io.boxfit.bench.seeds;

import io.boxfit.bench.figures.Figures;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Several starts of one recipe as a table in Markdown. */
final class SeedTable {
  private SeedTable() {}

  static String of(String command, List<SeedFigures> starts) {
    StringBuilder text = new StringBuilder();
    text.append("Command: `").append(command).append("`\n\n");
    text.append("| seed | mean IoU | before rounding | IoU >= 0.5 | IoU >= 0.9 | worst side, px |");
    text.append(" weights (SHA-256) |\n| --- | --- | --- | --- | --- | --- | --- |\n");
    for (SeedFigures start : starts) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %d | %.4f | %.4f | %.4f | %.4f | %.2f | `%s` |%n",
              start.seed(),
              start.meanIou(),
              start.meanIouUnrounded(),
              start.iouAt50(),
              start.iouAt90(),
              start.worstSidePx(),
              start.weights()));
    }
    Figures mean = figures(starts, SeedFigures::meanIou);
    text.append(row("median", starts, Pick.MEDIAN)).append(row("worst", starts, Pick.WORST));
    text.append(
        String.format(
            Locale.ROOT,
            "%nLargest distance from the median: %.4f in mean IoU, %.4f in IoU >= 0.5.%n",
            distance(mean),
            distance(figures(starts, SeedFigures::iouAt50))));
    return text.toString();
  }

  private enum Pick {
    MEDIAN,
    WORST
  }

  private static String row(String name, List<SeedFigures> starts, Pick pick) {
    return String.format(
        Locale.ROOT,
        "| **%s** | **%.4f** | %.4f | **%.4f** | %.4f | %.2f | |%n",
        name,
        picked(figures(starts, SeedFigures::meanIou), pick),
        picked(figures(starts, SeedFigures::meanIouUnrounded), pick),
        picked(figures(starts, SeedFigures::iouAt50), pick),
        picked(figures(starts, SeedFigures::iouAt90), pick),
        // Of errors the largest is the worst.
        pick == Pick.MEDIAN
            ? figures(starts, SeedFigures::worstSidePx).median()
            : figures(starts, SeedFigures::worstSidePx).max());
  }

  private static double picked(Figures figures, Pick pick) {
    return pick == Pick.MEDIAN ? figures.median() : figures.min();
  }

  private static double distance(Figures figures) {
    return Math.max(figures.max() - figures.median(), figures.median() - figures.min());
  }

  private static Figures figures(List<SeedFigures> starts, ToDoubleFunction<SeedFigures> figure) {
    return Figures.of(starts.stream().mapToDouble(figure).boxed().toList());
  }
}
