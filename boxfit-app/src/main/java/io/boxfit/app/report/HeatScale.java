package io.boxfit.app.report;

import java.util.Locale;

/**
 * Colours of shares from 0 to 1, dark violet to yellow: even steps to the eye, and telling without
 * red and green. Five colours of the map "viridis" of matplotlib (public domain), lines between.
 */
final class HeatScale {
  private static final int[][] COLORS = {
    {68, 1, 84}, {59, 82, 139}, {33, 145, 140}, {94, 201, 98}, {253, 231, 37}
  };

  private HeatScale() {}

  /** Red, green and blue, 0 to 255 each. */
  static int[] rgb(double share) {
    double place = Math.max(0, Math.min(1, share)) * (COLORS.length - 1);
    int low = (int) Math.min(COLORS.length - 2.0, Math.floor(place));
    int[] rgb = new int[3];
    for (int channel = 0; channel < 3; channel++) {
      double below = COLORS[low][channel];
      double above = COLORS[low + 1][channel];
      rgb[channel] = (int) Math.round(below + (place - low) * (above - below));
    }
    return rgb;
  }

  /** A gradient of SVG from left to right, for a legend. */
  static String gradient(String id) {
    StringBuilder svg = new StringBuilder("<linearGradient id=\"" + id + "\">");
    for (int i = 0; i < COLORS.length; i++) {
      int[] rgb = COLORS[i];
      svg.append(
          String.format(
              Locale.ROOT,
              "<stop offset=\"%d%%\" stop-color=\"#%02x%02x%02x\"/>",
              100 * i / (COLORS.length - 1),
              rgb[0],
              rgb[1],
              rgb[2]));
    }
    return svg.append("</linearGradient>").toString();
  }
}
