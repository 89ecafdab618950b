package io.boxfit.bench.drawing;

import java.util.List;

/** What is drawn beside pictures. */
public sealed interface Chart {
  /** What it shows. */
  String title();

  /**
   * Marks between two axes.
   *
   * @param title what it shows
   * @param x along the bottom
   * @param y along the left
   * @param marks the last on top
   */
  record Plot(String title, Axis x, Axis y, List<Mark> marks) implements Chart {
    /** Copies the list. */
    public Plot {
      marks = List.copyOf(marks);
    }
  }

  /**
   * Bars from the left, one below the other.
   *
   * @param title what it shows
   * @param x along the bottom, from 0
   * @param bars from top to bottom
   */
  record Bars(String title, Axis x, List<Bar> bars) implements Chart {
    /** Copies the list. */
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One bar.
   *
   * @param name beside it
   * @param tint of it
   * @param length along the axis
   */
  record Bar(String name, Tint tint, double length) {}
}
