package io.boxfit.train.augment;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.model.augmentation.Augmentation;

/**
 * Where the picture comes to lie: for a place (x, y) of the result, measured from the object's new
 * middle, the place of the source is the object's old middle plus {@code (xx * x + xy * y, yx * x +
 * yy * y)}.
 *
 * @param fromX old middle of the object, px of the source
 * @param fromY old middle of the object, px of the source
 * @param toX new middle of the object, px of the result
 * @param toY new middle of the object, px of the result
 * @param xx source columns a column
 * @param xy source columns a row
 * @param yx source rows a column
 * @param yy source rows a row
 * @param box of the object in the result, px
 */
record Placement(
    double fromX,
    double fromY,
    double toX,
    double toY,
    double xx,
    double xy,
    double yx,
    double yy,
    Box box) {

  /**
   * Draws a placement. The object is whole in the result: where it would be larger than that, it is
   * scaled down to fit.
   *
   * @param width of the result, px
   * @param height of the result, px
   */
  static Placement draw(Augmentation by, Box box, int width, int height, RandomStream random) {
    double size = StrictMath.exp(random.nextDouble(-by.scale(), by.scale()));
    double aspect = StrictMath.exp(random.nextDouble(-by.aspect(), by.aspect()));
    int turns = by.quarterTurns() ? random.nextInt(4) : 0;
    double degrees = 90 * turns + random.nextDouble(-by.rotation(), by.rotation());
    double angle = StrictMath.toRadians(degrees);
    double cos = StrictMath.cos(angle);
    double sin = StrictMath.sin(angle);
    double halfWidth = box.width() / 2 * size * aspect;
    double halfHeight = box.height() / 2 * size / aspect;
    // Of the ellipse that fills the box, turned; after quarter turns alone it is the box itself.
    double turnedWidth = StrictMath.hypot(halfWidth * cos, halfHeight * sin);
    double turnedHeight = StrictMath.hypot(halfWidth * sin, halfHeight * cos);
    double fit = Math.min(1, Math.min(width / 2.0 / turnedWidth, height / 2.0 / turnedHeight));
    double acrossX = size * aspect * fit * (random.nextBoolean(by.flipX() ? 0.5 : 0) ? -1 : 1);
    double acrossY = size / aspect * fit * (random.nextBoolean(by.flipY() ? 0.5 : 0) ? -1 : 1);
    boolean anywhere = random.nextBoolean(by.anywhere());
    double halfX = turnedWidth * fit;
    double halfY = turnedHeight * fit;
    double toX = middle(by, box.centerX(), halfX, width, anywhere, random);
    double toY = middle(by, box.centerY(), halfY, height, anywhere, random);
    return new Placement(
        box.centerX(),
        box.centerY(),
        toX,
        toY,
        cos / acrossX,
        sin / acrossX,
        -sin / acrossY,
        cos / acrossY,
        new Box(toX - halfX, toY - halfY, toX + halfX, toY + halfY));
  }

  private static double middle(
      Augmentation by,
      double before,
      double half,
      int extent,
      boolean anywhere,
      RandomStream random) {
    double low = Math.min(half, extent / 2.0);
    double high = Math.max(extent - half, extent / 2.0);
    double move = by.shift() > 0 ? random.nextGaussian() * by.shift() * extent : 0;
    double moved = anywhere ? random.nextDouble(low, high) : before + move;
    return Math.min(Math.max(moved, low), high);
  }
}
