package io.boxfit.app.report;

import io.boxfit.search.losses.Fate;
import io.boxfit.search.losses.LossesStudy;
import java.util.LinkedHashMap;
import java.util.Map;

/** The study of losses as one self-contained page. */
public final class LossesPage {
  private LossesPage() {}

  /** The page as text; equal studies give equal pages. */
  public static String render(LossesStudy study) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(
        "style",
        Template.resource("report.css")
            + Template.resource("study.css")
            + Template.resource("losses-picture.css")
            + Template.resource("losses.css"));
    values.put("pairs", Numbers.count(study.starts().pairs()));
    values.put("places", Numbers.count(4L * study.starts().places().size()));
    values.put("steps", Numbers.count(study.steps()));
    values.put("gradient", HeatScale.gradient("scale"));
    values.put("maps", maps(study));
    values.put("wide", LossCurves.svg(study, 1100, 460));
    values.put("narrow", LossCurves.svg(study, 336, 420));
    values.put("table", LossesTable.html(study));
    return Template.fill(Template.resource("losses.html"), values);
  }

  private static String maps(LossesStudy study) {
    StringBuilder html = new StringBuilder();
    study
        .results()
        .forEach(
            (name, result) ->
                html.append("<figure><figcaption><b>")
                    .append(Html.escape(name))
                    .append("</b> <span>")
                    .append(Numbers.percent(result.share(Fate.HOME)))
                    .append(" home</span></figcaption>")
                    .append(LossMap.svg(study.starts(), result))
                    .append("</figure>\n"));
    return html.toString();
  }
}
