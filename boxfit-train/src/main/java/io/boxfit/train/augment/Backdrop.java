package io.boxfit.train.augment;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.data.Picture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Another picture behind the object: what lies beside that picture's own object, enlarged to the
 * whole input, with the object and a little around it laid on it, fading out.
 */
final class Backdrop {
  /** A smaller part of a picture, enlarged, would be a blur. */
  private static final double LEAST_PART = 0.4;

  private static final double MARGIN_SHARE = 0.15;
  private static final double MARGIN_PIXELS = 3;

  private Backdrop() {}

  /**
   * Where a part of a picture without its object fills the result; empty where there is none large
   * enough.
   *
   * @param box of the object to be avoided, px of the picture
   */
  static Optional<Placement> beside(
      Box box, Picture picture, int width, int height, RandomStream random) {
    List<Box> free =
        List.of(
            new Box(0, 0, box.xMin(), picture.height()),
            new Box(box.xMax(), 0, picture.width(), picture.height()),
            new Box(0, 0, picture.width(), box.yMin()),
            new Box(0, box.yMax(), picture.width(), picture.height()));
    Box largest = free.stream().max(Comparator.comparingDouble(b -> part(b, width, height))).get();
    double part = part(largest, width, height);
    // Drawn in any case, so that other draws do not depend on the pictures.
    double acrossDraw = random.nextDouble();
    double downDraw = random.nextDouble();
    if (part < LEAST_PART) {
      return Optional.empty();
    }
    double partWidth = part * width;
    double partHeight = part * height;
    double left = largest.xMin() + acrossDraw * Math.max(0, largest.width() - partWidth);
    double top = largest.yMin() + downDraw * Math.max(0, largest.height() - partHeight);
    return Optional.of(
        new Placement(
            left + partWidth / 2,
            top + partHeight / 2,
            width / 2.0,
            height / 2.0,
            part,
            0,
            0,
            part,
            new Box(0, 0, width, height)));
  }

  /** How large a part of the result's shape fits, as a share of the result's sides, at most 1. */
  private static double part(Box free, int width, int height) {
    return Math.min(1, Math.min(free.width() / width, free.height() / height));
  }

  /** Lays a picture's object on another picture of the same size, which is changed. */
  static void lay(Picture picture, Box object, Picture on) {
    double marginX = MARGIN_SHARE * object.width() + MARGIN_PIXELS;
    double marginY = MARGIN_SHARE * object.height() + MARGIN_PIXELS;
    int channels = on.channels();
    for (int y = 0; y < on.height(); y++) {
      double shareY = near(y + 0.5, object.yMin(), object.yMax(), marginY);
      for (int x = 0; shareY > 0 && x < on.width(); x++) {
        double share = Math.min(shareY, near(x + 0.5, object.xMin(), object.xMax(), marginX));
        int at = (y * on.width() + x) * channels;
        for (int c = 0; share > 0 && c < channels; c++) {
          int below = on.pixels()[at + c] & 0xFF;
          int above = picture.pixels()[at + c] & 0xFF;
          on.pixels()[at + c] = (byte) Math.rint(below + share * (above - below));
        }
      }
    }
  }

  /** 1 within a span, falling to 0 over the margin. */
  private static double near(double place, double low, double high, double margin) {
    double beyond = Math.max(low - place, place - high);
    return beyond <= 0 ? 1 : Math.max(0, 1 - beyond / margin);
  }
}
