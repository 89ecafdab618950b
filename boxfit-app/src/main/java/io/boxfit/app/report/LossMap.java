package io.boxfit.app.report;

import io.boxfit.search.losses.LossResult;
import io.boxfit.search.losses.Place;
import io.boxfit.search.losses.Starts;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** From where boxes come home under one loss: a coloured disc, some targets in its middle. */
final class LossMap {
  /** Width and height of what {@link #svg} draws, in units of the boxes. */
  static final double SIDE = 2 * Starts.RADIUS;

  private static final double[] TARGET_WIDTHS = {0.5, 1, 2};

  private LossMap() {}

  /** A drawing of its own, a square. */
  static String svg(Starts starts, LossResult result) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"map\" viewBox=\"%1$.0f %1$.0f %2$.0f %2$.0f\"><image class=\"pixels\""
                + " x=\"%1$.0f\" y=\"%1$.0f\" width=\"%2$.0f\" height=\"%2$.0f\" href=\"%3$s\"/>",
            -Starts.RADIUS,
            SIDE,
            uri(starts, result)));
    for (String kind : List.of("halo", "target")) {
      for (double width : TARGET_WIDTHS) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"/>",
                kind,
                -width / 2,
                -0.5 / width,
                width,
                1 / width));
      }
    }
    return svg.append("</svg>").toString();
  }

  /** A pixel a cell; one quarter was walked, the others mirror it. */
  private static String uri(Starts starts, LossResult result) {
    int across = starts.across();
    BufferedImage image = new BufferedImage(across, across, BufferedImage.TYPE_INT_ARGB);
    List<Place> places = starts.places();
    for (int i = 0; i < places.size(); i++) {
      int[] rgb = HeatScale.rgb(result.homeFrom(i));
      int color = new Color(rgb[0], rgb[1], rgb[2]).getRGB();
      int right = across / 2 + places.get(i).column();
      int below = across / 2 + places.get(i).row();
      image.setRGB(right, below, color);
      image.setRGB(across - 1 - right, below, color);
      image.setRGB(right, across - 1 - below, color);
      image.setRGB(across - 1 - right, across - 1 - below, color);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
