package io.boxfit.app.report;

import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.core.box.Box;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Dataset;
import io.boxfit.search.study.CellSummary;
import io.boxfit.search.study.MainEffect;
import io.boxfit.search.study.Share;
import io.boxfit.search.study.Study;
import io.boxfit.search.trial.Ending;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialResult;
import io.boxfit.search.trial.TrialRunner;
import io.boxfit.train.run.LetterData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A study as one self-contained page: a row a cell, and how its endings look. */
public final class StudyPage {
  private StudyPage() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws UncheckedIOException if there is no room or no permission; an old file stands then
   */
  public static void write(
      Study study, Map<String, TrialResult> results, List<MainEffect> effects, Path file) {
    try {
      byte[] page = render(study, results, effects).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file.toAbsolutePath(), page);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  static String render(Study study, Map<String, TrialResult> results, List<MainEffect> effects) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("title", Html.escape("Study " + study.name()));
    values.put("style", Template.resource("report.css") + Template.resource("study.css"));
    values.put("count", results.size() + " of " + study.trials().size());
    values.put("legend", legend());
    values.put("tables", tables(study, results));
    values.put("effects", effects(effects));
    values.put("walls", walls(study, results));
    return Template.fill(Template.resource("study.html"), values);
  }

  private static String legend() {
    StringBuilder html = new StringBuilder();
    for (Ending ending : Ending.values()) {
      html.append("<span><i class=\"").append(kind(ending)).append("\"></i> ");
      html.append(ending.words()).append("</span>\n");
    }
    return html.toString();
  }

  private static String kind(Ending ending) {
    return ending.name().toLowerCase(Locale.ROOT);
  }

  private static String tables(Study study, Map<String, TrialResult> results) {
    List<CellSummary> cells = CellSummary.of(study, results);
    StringBuilder html = new StringBuilder();
    study
        .stages()
        .forEach(
            (stage, trial) -> {
              List<CellSummary> rows = cells.stream().filter(c -> c.stage().equals(stage)).toList();
              if (!rows.isEmpty()) {
                html.append(table(stage, trial, rows));
              }
            });
    return html.toString();
  }

  private static String effects(List<MainEffect> effects) {
    if (effects.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<h2>Suspects, each over all the others</h2>\n");
    html.append("<div class=\"card scroll\"><table class=\"study\"><thead><tr>");
    for (String head : List.of("factor", "level", "trainings", "converged (95%)", "mean IoU")) {
      html.append(cell("th", head));
    }
    html.append("</tr></thead><tbody>\n");
    for (MainEffect effect : effects) {
      html.append("<tr>").append(cell("td", effect.factor())).append(cell("td", effect.level()));
      html.append(cell("td", "" + effect.trials()));
      html.append(cell("td", interval(effect.converged())));
      html.append(cell("td", Numbers.figure(effect.meanIou()))).append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static String table(String stage, Trial trial, List<CellSummary> cells) {
    StringBuilder html = new StringBuilder("<h2>" + Html.escape(stage) + "</h2>\n");
    html.append("<div class=\"card scroll\"><table class=\"study\"><thead><tr>");
    trial.factors().keySet().forEach(name -> html.append(cell("th", name)));
    for (String head :
        List.of("starts", "how they ended", "converged (95%)", "mean IoU", "IoU ≥ 0.5", "Keras")) {
      html.append(cell("th", head));
    }
    html.append("</tr></thead><tbody>\n");
    for (CellSummary summary : cells) {
      html.append("<tr>");
      summary.factors().values().forEach(value -> html.append(cell("td", "" + value)));
      html.append(cell("td", "" + summary.results().size()));
      html.append("<td>").append(bar(summary)).append("</td>");
      html.append(cell("td", interval(summary.share(Ending.CONVERGED))));
      List<Double> ious = summary.sorted(Metrics::meanIou);
      html.append(
          cell(
              "td",
              Numbers.figure(summary.median(Metrics::meanIou))
                  + " ("
                  + Numbers.rough(ious.get(0))
                  + " to "
                  + Numbers.rough(ious.get(ious.size() - 1))
                  + ")"));
      html.append(cell("td", Numbers.figure(summary.median(Metrics::iouAt50))));
      html.append(cell("td", Numbers.figure(summary.median(Metrics::kerasAccuracy))));
      html.append("</tr>\n");
    }
    Metrics nothing = TrialRunner.doNothing(trial);
    html.append("</tbody></table></div>\n<p class=\"small\">The one best box for every picture: ");
    html.append("mean IoU ").append(Numbers.figure(nothing.meanIou()));
    html.append(", Keras's accuracy ").append(Numbers.figure(nothing.kerasAccuracy()));
    return html.append(". Medians of the starts, smallest and largest in brackets.</p>\n")
        .toString();
  }

  private static String cell(String tag, String text) {
    return "<" + tag + ">" + Html.escape(text) + "</" + tag + ">";
  }

  private static String interval(Share share) {
    return String.format(
        Locale.ROOT,
        "%.0f%% (%.0f to %.0f)",
        100 * share.share(),
        100 * share.low(),
        100 * share.high());
  }

  private static String bar(CellSummary cell) {
    StringBuilder html = new StringBuilder("<div class=\"endings\">");
    cell.endings()
        .forEach(
            (ending, count) ->
                html.append(
                    String.format(
                        Locale.ROOT,
                        "<i class=\"%s\" style=\"flex-grow: %d\" title=\"%s: %d\">%d</i>",
                        kind(ending),
                        count,
                        ending.words(),
                        count,
                        count)));
    return html.append("</div>").toString();
  }

  /** The first trial of each ending, with its first few test samples. */
  private static String walls(Study study, Map<String, TrialResult> results) {
    StringBuilder html = new StringBuilder();
    for (Ending ending : Ending.values()) {
      study.trials().stream()
          .filter(trial -> results.containsKey(trial.key()))
          .filter(trial -> results.get(trial.key()).ending() == ending)
          .findFirst()
          .ifPresent(trial -> html.append(wall(trial, results.get(trial.key()))));
    }
    return html.toString();
  }

  private static String wall(Trial trial, TrialResult result) {
    Dataset unseen = LetterData.test(trial.recipe());
    List<JudgedSample> samples = new ArrayList<>();
    for (int i = 0; i < result.shown().size(); i++) {
      Box truth = unseen.get(i).box();
      int width = trial.recipe().network().input().width();
      int height = trial.recipe().network().input().height();
      samples.add(
          new JudgedSample(
              i, unseen.get(i).id(), new Outcome(result.shown().get(i), truth, width, height)));
    }
    return "<h3>"
        + Html.escape(result.ending().words() + ": " + trial.key())
        + "</h3>\n<div class=\"wall\">"
        + new Wall(unseen).html(samples)
        + "</div>\n";
  }
}
