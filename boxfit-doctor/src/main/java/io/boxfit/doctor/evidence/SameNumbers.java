package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.reading.Numbers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Boxes whose four numbers, as shares of the picture or as pixels, are one number. */
public final class SameNumbers {
  /** Of the picture. */
  private static final double NEAR = 0.05;

  private static final double MOST = 0.9;

  private SameNumbers() {}

  /** Whether they are, and not one number for all boxes. */
  public static boolean in(Predictions seen) {
    return Arrays.stream(Numbers.values())
        .anyMatch(as -> IntStream.of(0, 1).anyMatch(unit -> in(seen, as, unit == 0)));
  }

  private static boolean in(Predictions seen, Numbers as, boolean shares) {
    double width = shares ? seen.width() : 1;
    double height = shares ? seen.height() : 1;
    double near = shares ? NEAR : NEAR * Math.max(seen.width(), seen.height());
    List<double[]> rows =
        seen.predicted().stream()
            .map(
                b ->
                    new Box(
                        b.xMin() / width, b.yMin() / height, b.xMax() / width, b.yMax() / height))
            .map(as::of)
            .toList();
    double[] first = rows.stream().mapToDouble(row -> row[0]).sorted().toArray();
    boolean varies =
        first[first.length - 1 - first.length / 10] - first[first.length / 10] > 2 * near;
    // At the ends of a sigmoid numbers are the same for another reason.
    double end = near / 2;
    double far = shares ? 1 - end : Double.POSITIVE_INFINITY;
    long same =
        rows.stream().filter(row -> spread(row) < near && row[0] > end && row[0] < far).count();
    return varies && same >= MOST * rows.size();
  }

  private static double spread(double[] row) {
    return Arrays.stream(row).max().orElseThrow() - Arrays.stream(row).min().orElseThrow();
  }
}
