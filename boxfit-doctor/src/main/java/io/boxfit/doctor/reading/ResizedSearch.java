package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the size that pictures were resized to, if predictions speak of resized pictures.
 *
 * <p>Sizes are not tried but measured, by the median of what numbers are of their truths, each
 * weighed by where it lies: half of the rows may be anything.
 */
final class ResizedSearch {
  /** In proper use, and the axes swapped. */
  private static final List<Layout> LAYOUTS =
      List.of(Layout.XYXY, Layout.XYWH, Layout.CXCYWH, Layout.YXYX);

  /** Sides of pictures that networks are given, and what shares are told in. */
  private static final List<Integer> USUAL =
      List.of(
          1, 32, 64, 96, 100, 128, 160, 192, 224, 256, 299, 300, 320, 384, 416, 448, 480, 512, 600,
          608, 640, 768, 800, 896, 1000, 1024, 1280);

  /** How far a measured size may be from a usual one. */
  private static final double NEAR = 0.015;

  private static final double LEAST = 0.01;
  private static final double BESIDE_ZERO = 1e-4;

  private ResizedSearch() {}

  /** Ways that may be, usual sizes first; which fits best is for the caller to say. */
  static List<Resized> candidates(List<double[]> rows, List<Truth> truths) {
    List<Resized> measured =
        LAYOUTS.stream()
            .flatMap(layout -> Stream.of(Canvas.values()).map(canvas -> new Way(layout, canvas)))
            .flatMap(way -> measured(way, rows, truths).stream())
            .toList();
    List<Resized> all = new ArrayList<>();
    measured.stream().flatMap(one -> usual(one).stream()).forEach(all::add);
    all.addAll(measured);
    all.sort(Comparator.comparing(ResizedSearch::oddity));
    return all;
  }

  /** Of pictures of one size several ways are the same. */
  private static int oddity(Resized resized) {
    boolean usual = USUAL.stream().anyMatch(side -> side == resized.across());
    return switch (resized.canvas()) {
      case STRETCHED -> usual ? 0 : 3;
      case LETTERBOXED -> usual ? 1 : 4;
      case ZOOMED -> 2;
      case PADDED, SHORTER_SIDE, CROPPED -> usual ? 5 : 6;
    };
  }

  private record Way(Layout layout, Canvas canvas) {}

  /** A number beside what it is in the canvas's unit. */
  private record Pair(double number, double unit) {
    double times() {
      return number / unit;
    }
  }

  /** Empty where the numbers have no size, or one that only shares have. */
  private static Optional<Resized> measured(Way way, List<double[]> rows, List<Truth> truths) {
    List<Pair> across = new ArrayList<>();
    List<Pair> down = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Truth truth = truths.get(i);
      Box said = way.layout.decode(rows.get(i));
      Box box = truth.box();
      double startX = way.canvas.start(truth.width(), truth.height());
      double startY = way.canvas.start(truth.height(), truth.width());
      double unitX = way.canvas.unit(truth.width(), truth.height());
      double unitY = way.canvas.unit(truth.height(), truth.width());
      across.add(new Pair(said.xMin(), (box.xMin() - startX) / unitX));
      across.add(new Pair(said.xMax(), (box.xMax() - startX) / unitX));
      down.add(new Pair(said.yMin(), (box.yMin() - startY) / unitY));
      down.add(new Pair(said.yMax(), (box.yMax() - startY) / unitY));
    }
    if (way.canvas.keepsShape()) {
      across.addAll(down);
      double both = middle(across);
      return resized(way, both, both);
    }
    return resized(way, middle(across), middle(down));
  }

  private static Optional<Resized> resized(Way way, double across, double down) {
    return across > LEAST && down > LEAST
        ? Optional.of(new Resized(way.layout, way.canvas, across, down))
        : Optional.empty();
  }

  /** The factor that leaves the least sum of distances. */
  private static double middle(List<Pair> pairs) {
    List<Pair> sorted =
        pairs.stream()
            .filter(pair -> pair.unit > BESIDE_ZERO && Double.isFinite(pair.number))
            .sorted((a, b) -> Double.compare(a.times(), b.times()))
            .toList();
    double rest = sorted.stream().mapToDouble(Pair::unit).sum() / 2;
    for (Pair pair : sorted) {
      rest -= pair.unit;
      if (rest <= 0) {
        return pair.times();
      }
    }
    return Double.NaN;
  }

  private static Optional<Resized> usual(Resized measured) {
    if (measured.canvas() == Canvas.ZOOMED) {
      return Optional.empty();
    }
    double middle = (measured.across() + measured.down()) / 2;
    return USUAL.stream()
        .filter(side -> Math.abs(measured.across() - side) < NEAR * side)
        .filter(side -> Math.abs(measured.down() - side) < NEAR * side)
        .min((a, b) -> Double.compare(Math.abs(a - middle), Math.abs(b - middle)))
        .map(side -> new Resized(measured.layout(), measured.canvas(), side, side));
  }
}
