package io.boxfit.app.report;

import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.app.evaluation.RiskCoverage;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.metrics.Metrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code report.html}: one page that tells how good a model is and shows it, with everything it
 * needs inside, so that it can be mailed and read without a network.
 */
public final class ReportPage {
  private static final String ECHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

  /** Characters from which a fact gets a line of its own. */
  private static final int LONG_FACT = 40;

  private ReportPage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws UncheckedIOException if there is no room or no permission; an old file stands then
   */
  public static void write(ReportInput input, Path file) {
    byte[] page = render(input).getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file.toAbsolutePath(), page);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** The page as text; equal input gives an equal page. */
  public static String render(ReportInput input) {
    Metrics metrics = input.evaluation().metrics();
    TrainingCurves curves = new TrainingCurves(input.trace());
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", Html.escape(input.title()));
    values.put("style", Template.resource("report.css"));
    values.put(
        "verdict", Html.escape(input.warning().isEmpty() ? Verdict.of(metrics) : input.warning()));
    headline(metrics, values);
    values.put("samples", Numbers.count(metrics.samples()));
    values.put("rate", Numbers.count(Math.round(input.evaluation().imagesPerSecond())));
    values.put("seconds", String.format(Locale.ROOT, "%.1f", input.evaluation().seconds()));
    values.put("curvesHidden", curves.isEmpty() ? "hidden" : "");
    Optional<String> inputs = ReceivedFigure.html(input);
    values.put("inputs", inputs.orElse(""));
    values.put("inputsHidden", inputs.isEmpty() ? "hidden" : "");
    Optional<String> doctor = input.diagnosis().map(DoctorSection::html);
    values.put("doctor", doctor.orElse(""));
    values.put("doctorHidden", doctor.isEmpty() ? "hidden" : "");
    boolean unsure = RiskCoverage.of(input.evaluation().samples()).points().isEmpty();
    values.put("riskHidden", unsure ? "hidden" : "");
    values.put("figures", FigureTables.overall(metrics));
    values.put("sides", FigureTables.perSide(metrics));
    walls(input, values);
    values.put("facts", facts(input.facts()));
    values.put("factsHidden", input.facts().isEmpty() ? "hidden" : "");
    values.put("recipe", Html.escape(input.recipe()));
    values.put("recipeHidden", input.recipe().isBlank() ? "hidden" : "");
    values.put("data", ChartData.json(curves, input.evaluation()));
    values.put("echarts", Template.resource(ECHARTS));
    values.put("script", Template.resource("report.js"));
    return Template.fill(Template.resource("report.html"), values);
  }

  private static void headline(Metrics metrics, Map<String, String> values) {
    values.put("meanIou", Numbers.figure(metrics.meanIou()));
    values.put("meanIouPercent", percentOfBar(metrics.meanIou()));
    values.put("baseline", Numbers.figure(metrics.constantBaseline()));
    values.put("baselinePercent", percentOfBar(metrics.constantBaseline()));
    // Where there is room for its label.
    values.put("baselineLabel", metrics.constantBaseline() > 0.5 ? "mark before" : "mark after");
    values.put("iouAt50", Numbers.percent(metrics.iouAt50()));
    values.put("medianIou", Numbers.figure(metrics.medianIou()));
    values.put("skill", Numbers.figure(metrics.skill()));
  }

  private static String percentOfBar(double share) {
    return String.format(Locale.ROOT, "%.2f", 100 * share);
  }

  private static void walls(ReportInput input, Map<String, String> values) {
    WallChoice choice = WallChoice.of(input.evaluation().samples());
    Wall wall = new Wall(input.data());
    wall(values, "best", wall, choice.best());
    wall(values, "median", wall, choice.median());
    wall(values, "worst", wall, choice.worst());
  }

  private static void wall(
      Map<String, String> values, String name, Wall wall, List<JudgedSample> samples) {
    values.put(name, wall.html(samples));
    values.put(name + "Count", String.valueOf(samples.size()));
    values.put(name + "Hidden", samples.isEmpty() ? "hidden" : "");
  }

  private static String facts(Map<String, String> facts) {
    StringBuilder html = new StringBuilder();
    facts.forEach(
        (name, value) ->
            html.append(value.length() > LONG_FACT ? "<div class=\"long\"><dt>" : "<div><dt>")
                .append(Html.escape(name))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd></div>\n"));
    return html.toString();
  }
}
