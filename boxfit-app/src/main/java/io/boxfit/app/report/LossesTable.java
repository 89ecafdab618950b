package io.boxfit.app.report;

import io.boxfit.search.losses.Fate;
import io.boxfit.search.losses.LossResult;
import io.boxfit.search.losses.LossesStudy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row a loss: how the walks ended. */
public final class LossesTable {
  private static final List<String> HEADS =
      List.of(
          "loss",
          "home",
          "still moving",
          "dead",
          "not a number",
          "never moved",
          "left home",
          "median steps",
          "mean IoU",
          "error at 80%",
          "error at end");

  private LossesTable() {}

  /** Columns of plain text, aligned. */
  public static String text(LossesStudy study) {
    List<List<String>> lines = new ArrayList<>(List.of(HEADS));
    lines.addAll(rows(study));
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < HEADS.size(); i++) {
        int width = i == 0 ? -13 : HEADS.get(i).length() + 2;
        row.append(String.format(Locale.ROOT, "%" + width + "s", line.get(i)));
      }
      text.append(row).append(System.lineSeparator());
    }
    return text.toString();
  }

  static String html(LossesStudy study) {
    StringBuilder html = new StringBuilder("<table class=\"study losses\"><thead><tr>");
    HEADS.forEach(head -> html.append("<th>").append(head).append("</th>"));
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows(study)) {
      html.append("<tr>");
      row.forEach(cell -> html.append("<td>").append(Html.escape(cell)).append("</td>"));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>").toString();
  }

  private static List<List<String>> rows(LossesStudy study) {
    List<List<String>> rows = new ArrayList<>();
    study.results().forEach((name, result) -> rows.add(row(name, result, study.steps())));
    return rows;
  }

  private static List<String> row(String name, LossResult result, int steps) {
    double[] errors = result.meanErrors();
    return List.of(
        name,
        Numbers.percent(result.share(Fate.HOME)),
        Numbers.percent(result.share(Fate.STILL_MOVING)),
        Numbers.percent(result.share(Fate.DEAD)),
        Numbers.percent(result.share(Fate.NOT_A_NUMBER)),
        Numbers.percent(result.neverMoved()),
        Numbers.percent(result.leftHome()),
        result.medianSteps() < 0 ? "-" : "" + result.medianSteps(),
        Numbers.figure(result.meanIou()),
        error(errors[steps * 8 / 10]),
        error(errors[steps]));
  }

  private static String error(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
