package io.boxfit.bench.report;

import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Figures;
import io.boxfit.bench.figures.Side;
import java.util.Locale;
import java.util.Optional;

/** The results as Markdown: the machine, the command, a table of medians with their ranges. */
public final class ResultsTable {
  private ResultsTable() {}

  /** Markdown that begins with the machine and ends with a line break. */
  public static String of(Results results) {
    StringBuilder text = new StringBuilder();
    results.machine().forEach((name, fact) -> text.append("- " + name + ": " + fact + "\n"));
    text.append("- command: `").append(results.command()).append("`\n\n");
    text.append("| what | better | Boxfit | beside | | ratio |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    results.comparisons().forEach(comparison -> text.append(row(comparison)));
    if (!results.notes().isEmpty()) {
      text.append('\n');
      results.notes().forEach(note -> text.append("- ").append(note).append('\n'));
    }
    return text.toString();
  }

  private static String row(Comparison comparison) {
    Optional<Side> theirs = comparison.theirs();
    return "| "
        + cell(comparison.what() + " (" + comparison.unit() + ")")
        + " | "
        + comparison.better().key()
        + " | "
        + withRange(comparison.ours().figures())
        + " | "
        + theirs.map(side -> cell(side.name())).orElse("-")
        + " | "
        + theirs.map(side -> withRange(side.figures())).orElse("-")
        + " | "
        + comparison.ratio().map(ResultsTable::ratio).orElse("-")
        + " |\n";
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  private static String withRange(Figures figures) {
    if (figures.min() == figures.max()) {
      return "**" + number(figures.median()) + "**";
    }
    return "**"
        + number(figures.median())
        + "** ("
        + number(figures.min())
        + " to "
        + number(figures.max())
        + ")";
  }

  private static String ratio(Figures ratio) {
    if (ratio.min() == ratio.max()) {
      return String.format(Locale.ROOT, "**%.2f**", ratio.median());
    }
    return String.format(
        Locale.ROOT, "**%.2f** (%.2f to %.2f)", ratio.median(), ratio.min(), ratio.max());
  }

  /** Three digits that count. */
  static String number(double value) {
    int decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
