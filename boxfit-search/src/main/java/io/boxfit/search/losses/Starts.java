package io.boxfit.search.losses;

import java.util.ArrayList;
import java.util.List;

/**
 * The boxes that are pulled and the targets that they are pulled to (Zheng et al., arXiv
 * 1911.08287, section 3.2): from each place within a radius of 3 around the target's middle boxes
 * of seven areas and seven ratios of width to height, each to targets of area 1 and the same seven
 * ratios.
 *
 * <p>The paper draws 5000 places; here they are the cells of a grid, so that they can be drawn as a
 * map. Nothing changes when a pair of boxes is mirrored at an axis through the target's middle:
 * only the cells of one quarter are walked, each stands for four.
 */
public final class Starts {
  /** Pairs of boxes that start at one place. */
  public static final int PER_PLACE = 7 * 7 * 7;

  /** Pairs that each walked pair stands for, itself among them. */
  static final int MIRRORED = 4;

  /** Places are no farther from the target's middle. */
  public static final double RADIUS = 3;

  private static final double[] AREAS = {0.5, 0.67, 0.75, 1, 1.33, 1.5, 2};
  private static final double[] RATIOS = {1 / 4.0, 1 / 3.0, 1 / 2.0, 1, 2, 3, 4};

  private final int across;
  private final List<Place> places = new ArrayList<>();

  /**
   * @param across cells across the whole circle: even, at least 2
   */
  public Starts(int across) {
    if (across < 2 || across % 2 != 0) {
      throw new IllegalArgumentException("cells must be an even number, got " + across);
    }
    this.across = across;
    double cell = 2 * RADIUS / across;
    for (int row = 0; row < across / 2; row++) {
      for (int column = 0; column < across / 2; column++) {
        double x = (column + 0.5) * cell;
        double y = (row + 0.5) * cell;
        if (Math.hypot(x, y) <= RADIUS) {
          places.add(new Place(column, row, x, y));
        }
      }
    }
  }

  /** Cells across the whole circle. */
  public int across() {
    return across;
  }

  /** The cells of one quarter whose middles lie within the circle, row by row. */
  public List<Place> places() {
    return List.copyOf(places);
  }

  /** Pairs of boxes in the whole circle: four times those that are walked. */
  public int pairs() {
    return MIRRORED * places.size() * PER_PLACE;
  }

  /**
   * Centre x, centre y, width, height of each box that starts at some places, place by place.
   *
   * @param from first place
   * @param to last place, exclusive
   */
  double[] boxes(int from, int to) {
    double[] boxes = new double[4 * PER_PLACE * (to - from)];
    int at = 0;
    for (Place place : places.subList(from, to)) {
      for (double area : AREAS) {
        for (double ratio : RATIOS) {
          double width = Math.sqrt(area * ratio);
          for (int target = 0; target < RATIOS.length; target++) {
            boxes[at++] = place.x();
            boxes[at++] = place.y();
            boxes[at++] = width;
            boxes[at++] = area / width;
          }
        }
      }
    }
    return boxes;
  }

  /**
   * Width and height of the targets of {@link #boxes}, whose middles are at 0, 0.
   *
   * @param count of places
   */
  static double[] targets(int count) {
    double[] sizes = new double[2 * PER_PLACE * count];
    for (int i = 0; i < PER_PLACE * count; i++) {
      double width = Math.sqrt(RATIOS[i % RATIOS.length]);
      sizes[2 * i] = width;
      sizes[2 * i + 1] = 1 / width;
    }
    return sizes;
  }
}
