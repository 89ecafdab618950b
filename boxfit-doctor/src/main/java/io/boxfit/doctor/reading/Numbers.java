package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/** What the four numbers of a box are usually taken for. */
public enum Numbers {
  /** Left, top, right, bottom. */
  CORNERS("corners"),
  /** Left, top, width, height. */
  SIZE("corner and size"),
  /** Centre x, centre y, width, height. */
  CENTRE("centre and size");

  private final String words;

  Numbers(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Of a box that may be inverted: its size is negative then. */
  public double[] of(Box box) {
    double wide = box.xMax() - box.xMin();
    double high = box.yMax() - box.yMin();
    return switch (this) {
      case CORNERS -> new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
      case SIZE -> new double[] {box.xMin(), box.yMin(), wide, high};
      case CENTRE -> new double[] {box.centerX(), box.centerY(), wide, high};
    };
  }
}
