package io.boxfit.app.report;

import io.boxfit.search.losses.LossResult;
import io.boxfit.search.losses.LossesStudy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The mean error of all boxes by step, a line a loss, its name at its end; the error is drawn by
 * its logarithm. Losses whose lines lie on each other share one.
 */
final class LossCurves {
  private static final int TOP = 12;
  private static final int BOTTOM = 44;
  private static final int LEFT = 52;
  private static final int RIGHT = 148;
  private static final int LINE_OF_TEXT = 15;

  /** Lines that are nowhere farther apart than this share are one to the eye. */
  private static final double SAME = 0.01;

  private final int width;
  private final int height;
  private final int steps;
  private final double least;
  private final double most;
  private final List<Curve> curves = new ArrayList<>();

  @SuppressWarnings("ArrayRecordComponent") // Never leaves this class.
  private record Curve(String loss, List<String> names, double[] errors) {
    double last() {
      return errors[errors.length - 1];
    }
  }

  private LossCurves(LossesStudy study, int width, int height) {
    this.width = width;
    this.height = height;
    this.steps = study.steps();
    study.results().forEach(this::add);
    double low = Double.POSITIVE_INFINITY;
    double high = 0;
    for (Curve curve : curves) {
      for (double error : curve.errors()) {
        low = error > 0 ? Math.min(low, error) : low;
        high = Math.max(high, error);
      }
    }
    least = 0.8 * low;
    most = 1.25 * high;
  }

  private void add(String loss, LossResult result) {
    double[] errors = result.meanErrors();
    for (Curve curve : curves) {
      if (same(curve.errors(), errors)) {
        curve.names().add(loss);
        return;
      }
    }
    curves.add(new Curve(loss, new ArrayList<>(List.of(loss)), errors));
  }

  private static boolean same(double[] one, double[] other) {
    for (int step = 0; step < one.length; step++) {
      if (Math.abs(one[step] - other[step]) > SAME * one[step]) {
        return false;
      }
    }
    return true;
  }

  /** A drawing of its own, in pixels; dashed lines stand where the rate falls. */
  static String svg(LossesStudy study, int width, int height) {
    return new LossCurves(study, width, height).draw();
  }

  private String draw() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            "<svg class=\"curves\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\">",
            width, height));
    for (double tick = Math.pow(10, Math.ceil(Math.log10(least))); tick <= most; tick *= 10) {
      line(svg, "grid", x(0), y(tick), x(steps), y(tick));
      text(svg, "end", LEFT - 8, y(tick) + 4, plain(tick));
    }
    for (double share : new double[] {0.8, 0.9}) {
      line(svg, "rate", x(share * steps), TOP, x(share * steps), height - BOTTOM);
    }
    int every = width < 500 ? 100 : 40;
    for (int step = 0; step <= steps; step += every) {
      text(svg, "middle", x(step), height - BOTTOM + 17, "" + step);
    }
    text(svg, "middle", (x(0) + x(steps)) / 2, height - 6, "step");
    curves.forEach(curve -> polyline(svg, curve));
    labels(svg);
    return svg.append("</svg>").toString();
  }

  private static String plain(double tick) {
    int zeros = (int) Math.round(Math.abs(Math.log10(tick)));
    return tick < 1 ? "0." + "0".repeat(zeros - 1) + "1" : "1" + "0".repeat(zeros);
  }

  private void polyline(StringBuilder svg, Curve curve) {
    svg.append("<polyline class=\"curve ").append(curve.loss()).append("\" points=\"");
    for (int step = 0; step <= steps; step++) {
      svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(step), y(curve.errors()[step])));
    }
    svg.append("\"/>");
  }

  /** Names at the ends of their lines, moved apart where they would cover each other. */
  private void labels(StringBuilder svg) {
    List<Curve> sorted = new ArrayList<>(curves);
    sorted.sort(Comparator.comparingDouble(Curve::last).reversed());
    double[] places = new double[sorted.size()];
    double next = TOP;
    for (int i = 0; i < places.length; i++) {
      places[i] = Math.max(next, y(sorted.get(i).last()));
      next = places[i] + LINE_OF_TEXT;
    }
    double room = height - BOTTOM;
    for (int i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], room);
      room = places[i] - LINE_OF_TEXT;
    }
    for (int i = 0; i < places.length; i++) {
      Curve curve = sorted.get(i);
      svg.append(
          String.format(
              Locale.ROOT,
              "<polyline class=\"curve %s\" points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\"/>",
              curve.loss(),
              x(steps),
              y(curve.last()),
              x(steps) + 10,
              places[i],
              x(steps) + 18,
              places[i]));
      text(svg, "start", x(steps) + 22, places[i] + 4, String.join(", ", curve.names()));
    }
  }

  private static void line(
      StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
            kind,
            x1,
            y1,
            x2,
            y2));
  }

  private static void text(StringBuilder svg, String anchor, double x, double y, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
            anchor,
            x,
            y,
            Html.escape(words)));
  }

  private double x(double step) {
    return LEFT + step / steps * (width - LEFT - RIGHT);
  }

  private double y(double error) {
    double share = Math.log(Math.max(error, least) / least) / Math.log(most / least);
    return height - BOTTOM - share * (height - BOTTOM - TOP);
  }
}
