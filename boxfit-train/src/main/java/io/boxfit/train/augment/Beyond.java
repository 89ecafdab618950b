package io.boxfit.train.augment;

import io.boxfit.core.box.Box;

/**
 * What a moved picture shows beyond its own borders: gray, or per axis either its mirror image or
 * its border drawn out.
 *
 * @param gray everything beyond is the middle gray
 * @param mirroredX left and right of it is its mirror image
 * @param mirroredY above and below of it is its mirror image
 */
record Beyond(boolean gray, boolean mirroredX, boolean mirroredY) {

  static final Beyond GRAY = new Beyond(true, false, false);

  /**
   * A mirror image, but not where it would show the object a second time: the network would be
   * taught that of two equal objects one is none.
   *
   * @param box of the object in the source, px
   * @param width of the source, px
   * @param height of the source, px
   * @param at where the source comes to lie
   * @param resultWidth px
   * @param resultHeight px
   */
  static Beyond mirror(
      Box box, int width, int height, Placement at, int resultWidth, int resultHeight) {
    double[] x = new double[4];
    double[] y = new double[4];
    for (int corner = 0; corner < 4; corner++) {
      double across = (corner % 2) * resultWidth - at.toX();
      double down = (corner / 2) * resultHeight - at.toY();
      x[corner] = at.fromX() + at.xx() * across + at.xy() * down;
      y[corner] = at.fromY() + at.yx() * across + at.yy() * down;
    }
    return new Beyond(
        false,
        !showsTwice(box.xMin(), box.xMax(), width, x),
        !showsTwice(box.yMin(), box.yMax(), height, y));
  }

  /** Whether one of both mirror images of a span lies within what is seen. */
  private static boolean showsTwice(double low, double high, int extent, double[] seen) {
    double from = Math.min(Math.min(seen[0], seen[1]), Math.min(seen[2], seen[3]));
    double to = Math.max(Math.max(seen[0], seen[1]), Math.max(seen[2], seen[3]));
    return from < -low || to > 2.0 * extent - high;
  }
}
