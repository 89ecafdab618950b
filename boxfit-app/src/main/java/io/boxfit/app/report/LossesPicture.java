package io.boxfit.app.report;

import io.boxfit.search.losses.Fate;
import io.boxfit.search.losses.LossResult;
import io.boxfit.search.losses.LossesStudy;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code losses.svg}: maps of all losses and their curves as one picture, for any page. */
public final class LossesPicture {
  private static final int WIDTH = 860;
  private static final int MARGIN = 20;
  private static final int ACROSS = 5;
  private static final int MAP = 148;
  private static final int GAP = 20;
  private static final int CAPTION = 22;
  private static final int CURVES = 360;

  private LossesPicture() {}

  /** The picture as text; equal studies give equal pictures. */
  public static String render(LossesStudy study) {
    List<Map.Entry<String, LossResult>> results = List.copyOf(study.results().entrySet());
    StringBuilder maps = new StringBuilder();
    for (int i = 0; i < results.size(); i++) {
      map(maps, study, results.get(i).getKey(), results.get(i).getValue(), i);
    }
    legend(maps, results.size());
    int top = top(results.size() + ACROSS - 1) + 10;
    int height = top + 24 + CURVES + MARGIN / 2;
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\""
            + " height=\"%2$d\">\n<style>\n%3$s</style>\n"
            + "<rect class=\"page\" width=\"100%%\" height=\"100%%\"/>\n%4$s"
            + "<text class=\"name\" x=\"%5$d\" y=\"%6$d\">Mean error of the four numbers by step"
            + " (a logarithmic scale; dotted: where the rate falls to 0.01 and 0.001)</text>\n"
            + "<g transform=\"translate(%5$d %7$d)\">%8$s</g>\n</svg>\n",
        WIDTH,
        height,
        Template.resource("losses-picture.css") + Template.resource("losses-alone.css"),
        maps,
        MARGIN,
        top + 12,
        top + 24,
        LossCurves.svg(study, WIDTH - 2 * MARGIN, CURVES));
  }

  private static int left(int i) {
    return MARGIN + i % ACROSS * (MAP + GAP);
  }

  private static int top(int i) {
    return MARGIN + i / ACROSS * (MAP + CAPTION + GAP);
  }

  private static void map(
      StringBuilder svg, LossesStudy study, String name, LossResult result, int i) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\"><tspan class=\"name\">%s</tspan> %s</text>"
                + "<svg x=\"%1$d\" y=\"%d\" width=\"%6$d\" height=\"%6$d\">%7$s</svg>\n",
            left(i),
            top(i) + 10,
            Html.escape(name),
            Numbers.percent(result.share(Fate.HOME)),
            top(i) + CAPTION,
            MAP,
            LossMap.svg(study.starts(), result)));
  }

  private static void legend(StringBuilder svg, int i) {
    int y = top(i) + CAPTION + 40;
    svg.append(
        String.format(
            Locale.ROOT,
            "<defs>%s</defs>"
                + "<text x=\"%d\" y=\"%d\">Share of the boxes that start at a place</text>"
                + "<text x=\"%2$d\" y=\"%d\">and are home after %d steps</text>"
                + "<rect x=\"%2$d\" y=\"%d\" width=\"%d\" height=\"14\" fill=\"url(#scale)\"/>"
                + "<text x=\"%2$d\" y=\"%d\">0%%</text>"
                + "<text text-anchor=\"end\" x=\"%d\" y=\"%8$d\">100%%</text>",
            HeatScale.gradient("scale"),
            left(i),
            y,
            y + 16,
            200,
            y + 28,
            2 * MAP + GAP,
            y + 58,
            left(i) + 2 * MAP + GAP));
  }
}
