package io.boxfit.bench.drawing;

import java.util.List;

/** Something that is drawn between two axes. */
public sealed interface Mark {
  /** What the legend calls it; empty where it is left out. */
  String name();

  /** Its colour. */
  Tint tint();

  /**
   * A line from point to point; it is broken where a point is not a number.
   *
   * @param name in the legend
   * @param tint of the line
   * @param points from left to right
   */
  record Curve(String name, Tint tint, List<Point> points) implements Mark {
    /** Copies the list. */
    public Curve {
      points = List.copyOf(points);
    }
  }

  /**
   * Single points.
   *
   * @param name in the legend
   * @param tint of the dots
   * @param points in any order
   */
  record Dots(String name, Tint tint, List<Point> points) implements Mark {
    /** Copies the list. */
    public Dots {
      points = List.copyOf(points);
    }
  }

  /**
   * A dashed line between two points.
   *
   * @param name in the legend
   * @param tint of the line
   * @param from its beginning
   * @param to its end
   */
  record Guide(String name, Tint tint, Point from, Point to) implements Mark {}
}
