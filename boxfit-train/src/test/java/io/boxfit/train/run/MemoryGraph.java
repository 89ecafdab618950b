package io.boxfit.train.run;

import java.util.Locale;
import java.util.TreeMap;

/**
 * Memory over steps as a picture.
 *
 * @param title above it
 * @param residentKib by step, at least one
 */
record MemoryGraph(String title, TreeMap<Long, Long> residentKib) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 320;
  private static final int LEFT = 80;
  private static final int RIGHT = 24;
  private static final int TOP = 46;
  private static final int BOTTOM = 52;
  private static final int PARTS = 4;
  private static final double KIB_PER_MIB = 1024;

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
                + " height=\"%d\" font-family=\"sans-serif\" font-size=\"13\" fill=\"#333\">%n",
            WIDTH,
            HEIGHT,
            WIDTH,
            HEIGHT));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
    text(svg, LEFT, 24, "start", title);
    double top = top();
    for (int part = 0; part <= PARTS; part++) {
      double mib = top * part / PARTS;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
              LEFT,
              WIDTH - RIGHT,
              y(mib),
              y(mib)));
      text(svg, LEFT - 8, y(mib) + 4, "end", String.format(Locale.ROOT, "%,.0f MiB", mib));
      long step = residentKib.lastKey() * part / PARTS;
      text(
          svg,
          x((double) step),
          HEIGHT - BOTTOM + 20,
          "middle",
          String.format(Locale.ROOT, "%,d", step));
    }
    text(svg, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 10, "middle", "step");
    svg.append("<polyline fill=\"none\" stroke=\"#1f6feb\" stroke-width=\"2\" points=\"");
    residentKib.forEach(
        (step, kib) ->
            svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(step), y(kib / KIB_PER_MIB))));
    return svg.append("\"/>\n</svg>\n").toString();
  }

  /** A round number of MiB above all; the axis begins at nothing, so that flat means flat. */
  private double top() {
    long most = residentKib.values().stream().max(Long::compare).orElseThrow();
    return 200 * Math.ceil(1.05 * most / KIB_PER_MIB / 200);
  }

  private double x(double step) {
    return LEFT + (WIDTH - LEFT - RIGHT) * step / residentKib.lastKey();
  }

  private double y(double mib) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * mib / top();
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            words));
  }
}
