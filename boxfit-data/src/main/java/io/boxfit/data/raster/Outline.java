package io.boxfit.data.raster;

import java.util.List;

/**
 * A filled shape: closed polygons in the plane, joined by the non-zero winding rule.
 *
 * @param contours each a closed polygon {@code x0, y0, x1, y1, ...}; the last point joins the
 *     first; not written to by anybody
 */
public record Outline(List<double[]> contours) {

  /** Copies the list, not the points. */
  public Outline {
    contours = List.copyOf(contours);
  }

  /** The outline with every point (x, y) at (a x + c y + e, b x + d y + f). */
  public Outline transformed(double a, double b, double c, double d, double e, double f) {
    return new Outline(
        contours.stream()
            .map(
                points -> {
                  double[] moved = new double[points.length];
                  for (int i = 0; i < points.length; i += 2) {
                    moved[i] = a * points[i] + c * points[i + 1] + e;
                    moved[i + 1] = b * points[i] + d * points[i + 1] + f;
                  }
                  return moved;
                })
            .toList());
  }
}
