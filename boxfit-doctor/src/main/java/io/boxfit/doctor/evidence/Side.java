package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.PerSide;
import java.util.List;
import java.util.Locale;

/** The four sides of a box. */
public enum Side {
  /** xMin. */
  LEFT,
  /** yMin. */
  TOP,
  /** xMax. */
  RIGHT,
  /** yMax. */
  BOTTOM;

  /** Its name in sentences. */
  public String words() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one that makes a width or a height with it. */
  public Side opposite() {
    return switch (this) {
      case LEFT -> RIGHT;
      case TOP -> BOTTOM;
      case RIGHT -> LEFT;
      case BOTTOM -> TOP;
    };
  }

  /** Where it lies, px. */
  public double of(Box box) {
    return switch (this) {
      case LEFT -> box.xMin();
      case TOP -> box.yMin();
      case RIGHT -> box.xMax();
      case BOTTOM -> box.yMax();
    };
  }

  /** Its figure. */
  public double of(PerSide figures) {
    return switch (this) {
      case LEFT -> figures.left();
      case TOP -> figures.top();
      case RIGHT -> figures.right();
      case BOTTOM -> figures.bottom();
    };
  }

  /** The picture's extent in its direction, px. */
  public double extent(Predictions predictions) {
    return this == LEFT || this == RIGHT ? predictions.width() : predictions.height();
  }

  /** Mean and standard deviation of where it lies, px; at least one box. */
  public Moments moments(List<Box> boxes) {
    return Moments.of(boxes.stream().mapToDouble(this::of).toArray());
  }
}
