package io.boxfit.app.command;

import io.boxfit.data.check.CheckResult;
import io.boxfit.data.check.SetStatistics;
import io.boxfit.data.check.Spread;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A check for a person: what is there, then what is wrong, the most serious first. */
final class CheckText {
  private static final int LINES_A_CODE = 5;
  private static final int NAMES = 6;

  private final Ansi ansi;
  private final StringBuilder text = new StringBuilder();

  CheckText(boolean colors) {
    ansi = colors ? Ansi.ON : Ansi.OFF;
  }

  String of(CheckResult result) {
    counts(result);
    for (String remark : result.set().remarks()) {
      line("  " + remark);
    }
    Map<FaultCode, List<Fault>> codes =
        result.faults().stream()
            .collect(Collectors.groupingBy(Fault::code, LinkedHashMap::new, Collectors.toList()));
    codes.forEach((code, faults) -> faults(result, code, faults));
    line("");
    line(verdict(result));
    return text.toString();
  }

  private void counts(CheckResult result) {
    SetStatistics statistics = result.statistics();
    line(
        format(
            "%,d pictures, %,d boxes, annotated as %s",
            result.images(), result.boxes(), result.set().format().key()));
    row("labels", counted(statistics.labels()));
    row("parts", counted(statistics.parts()));
    row("formats", counted(statistics.formats()));
    row("sizes", counted(statistics.sizes()));
    row(
        "boxes a picture",
        statistics.objects().entrySet().stream()
            .limit(NAMES)
            .map(entry -> format("%d: %,d", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", ")));
    if (result.boxes() > 0) {
      row("box width", shares(statistics.boxWidth()));
      row("box height", shares(statistics.boxHeight()));
      row("box area", shares(statistics.boxArea()));
    }
  }

  private void row(String title, String content) {
    if (!content.isEmpty()) {
      line(format("  %-16s %s", title, content));
    }
  }

  private static String counted(Map<String, Integer> counts) {
    String first =
        counts.entrySet().stream()
            .limit(NAMES)
            .map(
                entry ->
                    format(
                        "%s %,d",
                        entry.getKey().isEmpty() ? "''" : entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    int more = counts.size() - NAMES;
    return more > 0 ? first + format(", and %,d others", more) : first;
  }

  private static String shares(Spread spread) {
    return format(
        "%.1f%% to %.1f%% of the picture, median %.1f%%",
        100 * spread.min(), 100 * spread.max(), 100 * spread.median());
  }

  private void faults(CheckResult result, FaultCode code, List<Fault> faults) {
    line("");
    String heading = format("%s, %,d times", code.title(), faults.size());
    line(
        style(style(code.severity()), faults.size() == 1 ? code.title() : heading)
            + "  ["
            + code.severity().key()
            + ", "
            + code.key()
            + "]");
    line("  " + code.remedy());
    for (Fault fault : faults.subList(0, Math.min(LINES_A_CODE, faults.size()))) {
      line("    " + place(result, fault) + ": " + fault.message());
    }
    if (faults.size() > LINES_A_CODE) {
      line(format("    ... and %,d more", faults.size() - LINES_A_CODE));
    }
  }

  static String style(Severity severity) {
    return switch (severity) {
      case ERROR -> "bold,fg(red)";
      case WARNING -> "bold,fg(yellow)";
      case NOTE -> "bold";
    };
  }

  /** From the data folder on. */
  private static String place(CheckResult result, Fault fault) {
    String place = fault.place().toString();
    String folder = result.set().folder() + "/";
    return place.startsWith(folder) ? place.substring(folder.length()) : place;
  }

  private String verdict(CheckResult result) {
    long errors = count(result, Severity.ERROR);
    long warnings = count(result, Severity.WARNING);
    if (errors == 0 && warnings == 0) {
      return style("bold,fg(green)", "nothing is wrong");
    }
    return style(
        errors > 0 ? "bold,fg(red)" : "bold,fg(yellow)",
        counted(errors, "error") + ", " + counted(warnings, "warning"));
  }

  private static String counted(long count, String what) {
    return format("%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private static long count(CheckResult result, Severity severity) {
    return result.faults().stream().filter(f -> f.code().severity() == severity).count();
  }

  private String style(String style, String words) {
    return ansi.string("@|" + style + " " + words + "|@");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private void line(String line) {
    text.append(line).append(System.lineSeparator());
  }
}
