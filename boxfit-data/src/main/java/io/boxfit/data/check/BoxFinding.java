package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.FaultCode;
import java.util.Locale;
import java.util.Optional;

/**
 * What there is to say of one box on its picture.
 *
 * @param code empty where nothing is wrong
 * @param message with the figures
 * @param repaired the box to use instead; empty where none is certain
 */
public record BoxFinding(Optional<FaultCode> code, String message, Optional<Box> repaired) {
  /** Pixels beyond a border that rounding explains. */
  private static final double ROUNDING = 0.01;

  /** Pixels beyond a border that another way of counting them explains. */
  private static final double COUNTING = 1;

  /** Looks at a box in pixels of a picture of that size. */
  public static BoxFinding of(Box box, int width, int height) {
    if (isRelative(box)) {
      return found(
          FaultCode.RELATIVE_BOXES,
          text(box) + " lies within one pixel",
          scaled(box, width, height));
    }
    if (box.xMax() < box.xMin() || box.yMax() < box.yMin()) {
      Box ordered =
          new Box(
              Math.min(box.xMin(), box.xMax()),
              Math.min(box.yMin(), box.yMax()),
              Math.max(box.xMin(), box.xMax()),
              Math.max(box.yMin(), box.yMax()));
      String order = box.xMax() < box.xMin() ? "xmax is below xmin" : "ymax is below ymin";
      return found(
          FaultCode.INVERTED_BOX, order + " in " + text(box), clipped(ordered, width, height));
    }
    if (!box.isProper()) {
      String side = box.xMax() > box.xMin() ? "height" : "width";
      return new BoxFinding(
          Optional.of(FaultCode.EMPTY_BOX), text(box) + " has no " + side, Optional.empty());
    }
    double beyond = beyond(box, width, height);
    if (beyond <= ROUNDING) {
      return new BoxFinding(Optional.empty(), "", Optional.of(box));
    }
    Box inside = clipped(box, width, height);
    if (!inside.isProper()) {
      String message = text(box) + " lies wholly outside the picture of " + width + "x" + height;
      return new BoxFinding(Optional.of(FaultCode.BOX_OUTSIDE), message, Optional.empty());
    }
    String message =
        String.format(
            Locale.ROOT,
            "%s reaches %s px beyond the picture of %dx%d",
            text(box),
            number(beyond),
            width,
            height);
    FaultCode code = beyond <= COUNTING ? FaultCode.BOX_ON_BORDER : FaultCode.BOX_OUTSIDE;
    return found(code, message, inside);
  }

  private static BoxFinding found(FaultCode code, String message, Box repaired) {
    return new BoxFinding(
        Optional.of(code), message, repaired.isProper() ? Optional.of(repaired) : Optional.empty());
  }

  /** Whether a box lies within the first pixel, as no object does. */
  static boolean isRelative(Box box) {
    return box.isProper()
        && box.xMin() >= 0
        && box.yMin() >= 0
        && box.xMax() <= 1
        && box.yMax() <= 1;
  }

  static Box scaled(Box box, int width, int height) {
    return new Box(
        box.xMin() * width, box.yMin() * height, box.xMax() * width, box.yMax() * height);
  }

  /** Whether it is proper and within the picture, give or take a pixel. */
  static boolean makesSense(Box box, int width, int height) {
    return box.isProper() && beyond(box, width, height) <= COUNTING;
  }

  private static double beyond(Box box, int width, int height) {
    return Math.max(
        Math.max(-box.xMin(), -box.yMin()), Math.max(box.xMax() - width, box.yMax() - height));
  }

  private static Box clipped(Box box, int width, int height) {
    return new Box(
        Math.max(0, box.xMin()),
        Math.max(0, box.yMin()),
        Math.min(width, box.xMax()),
        Math.min(height, box.yMax()));
  }

  /** Left, top, right and bottom. */
  static String text(Box box) {
    return String.format(
        Locale.ROOT,
        "(%s, %s, %s, %s)",
        number(box.xMin()),
        number(box.yMin()),
        number(box.xMax()),
        number(box.yMax()));
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }
}
