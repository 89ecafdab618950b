package io.boxfit.core.metrics;

import io.boxfit.core.box.Box;
import java.util.List;

/** Proper boxes as flat numbers, for the many mean IoUs of a search. */
final class BoxSet {
  /** Single sides, then whole box left and right, up and down, wider and narrower, and both. */
  private static final double[][] MOVES = {
    {1, 0, 0, 0},
    {0, 1, 0, 0},
    {0, 0, 1, 0},
    {0, 0, 0, 1},
    {1, 0, 1, 0},
    {0, 1, 0, 1},
    {-1, 0, 1, 0},
    {0, -1, 0, 1},
    {-1, -1, 1, 1}
  };

  private final int count;
  private final double[] sides;
  private final double[] areas;

  BoxSet(List<Box> boxes) {
    count = boxes.size();
    sides = new double[4 * count];
    areas = new double[count];
    for (int i = 0; i < count; i++) {
      Box box = boxes.get(i);
      sides[4 * i] = box.xMin();
      sides[4 * i + 1] = box.yMin();
      sides[4 * i + 2] = box.xMax();
      sides[4 * i + 3] = box.yMax();
      areas[i] = box.area();
    }
  }

  /** The mean IoU of one box with all of these; 0 where it is not proper. */
  double meanIou(Box box) {
    if (!box.isProper()) {
      return 0;
    }
    double left = box.xMin();
    double top = box.yMin();
    double right = box.xMax();
    double bottom = box.yMax();
    double area = box.area();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double width = Math.min(right, sides[4 * i + 2]) - Math.max(left, sides[4 * i]);
      double height = Math.min(bottom, sides[4 * i + 3]) - Math.max(top, sides[4 * i + 1]);
      if (width > 0 && height > 0) {
        double both = width * height;
        sum += both / (area + areas[i] - both);
      }
    }
    return sum / count;
  }

  /**
   * Sets each side in turn to the best of the sides of at most so many members: the mean IoU has
   * its kinks there, and this jumps over valleys that small moves do not leave.
   */
  Box sweep(Box start, int members) {
    double[] best = {start.xMin(), start.yMin(), start.xMax(), start.yMax()};
    double most = meanIou(start);
    int tried = Math.min(members, count);
    boolean better = true;
    while (better) {
      better = false;
      for (int side = 0; side < 4; side++) {
        for (int i = 0; i < 2 * tried; i++) {
          int member = (int) ((long) (i / 2) * count / tried);
          double before = best[side];
          // Left and right both take either x side of the member, top and bottom either y side.
          best[side] = sides[4 * member + side % 2 + 2 * (i % 2)];
          double score = meanIou(new Box(best[0], best[1], best[2], best[3]));
          if (score > most) {
            most = score;
            better = true;
          } else {
            best[side] = before;
          }
        }
      }
    }
    return new Box(best[0], best[1], best[2], best[3]);
  }

  /** Moves sides as long as that helps, by ever smaller steps down to the finest, px. */
  Box climb(Box start, double finest) {
    Box best = start;
    double most = meanIou(best);
    double step = Math.max(Math.max(start.width(), start.height()) / 4, finest);
    while (step >= finest) {
      boolean better = false;
      for (double[] move : MOVES) {
        for (double by = -step; by <= step; by += 2 * step) {
          Box moved =
              new Box(
                  best.xMin() + by * move[0],
                  best.yMin() + by * move[1],
                  best.xMax() + by * move[2],
                  best.yMax() + by * move[3]);
          double score = meanIou(moved);
          if (score > most) {
            most = score;
            best = moved;
            better = true;
          }
        }
      }
      if (!better) {
        step /= 2;
      }
    }
    return best;
  }
}
