package io.boxfit.doctor.reading;

import io.boxfit.core.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a file of true boxes is to be read, told from its numbers where nobody says.
 *
 * @param reading of its numbers
 * @param width of the pictures, px
 * @param height of the pictures, px
 */
public record TruthReading(Reading reading, int width, int height) {
  /** Shares lie within 0 and 1; a little beyond is a box that leaves the picture. */
  private static final double SHARES = 1.5;

  /** Where nobody says how large pictures are, shares are told in thousandths. */
  public static final int THOUSANDTHS = 1_000;

  /**
   * The reading of truths.
   *
   * @param source of the rows, in errors
   * @param rows finite numbers, four each, at least one row
   * @param said the layout, where somebody says it
   * @param size width and height of the pictures, where somebody says them
   * @throws BadInputException if the numbers fit no layout, or more than one
   */
  public static TruthReading of(
      String source, List<double[]> rows, Optional<Layout> said, Optional<int[]> size) {
    boolean shares = all(rows, row -> largest(row) <= SHARES);
    double right = shares ? 1 : size.map(s -> (double) s[0]).orElse(Double.POSITIVE_INFINITY);
    double bottom = shares ? 1 : size.map(s -> (double) s[1]).orElse(Double.POSITIVE_INFINITY);
    Layout layout = said.orElseGet(() -> layout(source, rows, right, bottom));
    Scale scale = shares ? Scale.RELATIVE : Scale.PIXELS;
    int[] pictures =
        size.orElseGet(() -> shares ? new int[] {THOUSANDTHS, THOUSANDTHS} : extent(layout, rows));
    return new TruthReading(new Reading(layout, scale), pictures[0], pictures[1]);
  }

  private static Layout layout(String source, List<double[]> rows, double right, double bottom) {
    if (all(rows, row -> row[2] > row[0] && row[3] > row[1])) {
      return Layout.XYXY;
    }
    double slack = 0.01;
    boolean corner =
        all(
            rows,
            row ->
                row[0] + row[2] <= right * (1 + slack) && row[1] + row[3] <= bottom * (1 + slack));
    boolean centre =
        all(
            rows,
            row ->
                row[0] - row[2] / 2 >= -slack * row[2]
                    && row[1] - row[3] / 2 >= -slack * row[3]
                    && row[0] + row[2] / 2 <= right * (1 + slack)
                    && row[1] + row[3] / 2 <= bottom * (1 + slack));
    if (corner == centre) {
      throw new BadInputException(
          source
              + ": cannot tell whether the true boxes are corner and size or centre and size; say"
              + " --truth-format xywh or cxcywh"
              + (Double.isInfinite(right) ? ", or give --image-size WxH" : ""));
    }
    return corner ? Layout.XYWH : Layout.CXCYWH;
  }

  private static int[] extent(Layout layout, List<double[]> rows) {
    double right = rows.stream().mapToDouble(row -> layout.decode(row).xMax()).max().orElse(1);
    double bottom = rows.stream().mapToDouble(row -> layout.decode(row).yMax()).max().orElse(1);
    return new int[] {(int) Math.max(1, Math.ceil(right)), (int) Math.max(1, Math.ceil(bottom))};
  }

  private static double largest(double[] row) {
    return Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3]));
  }

  private static boolean all(List<double[]> rows, Predicate<double[]> fits) {
    return rows.stream().allMatch(fits);
  }
}
