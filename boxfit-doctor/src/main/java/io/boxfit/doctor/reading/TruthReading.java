package io.boxfit.doctor.reading;

import io.boxfit.core.BadInputException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How a file of true boxes is to be read, told from its numbers where nobody says.
 *
 * @param reading of its numbers
 * @param sizes of the pictures, one for each row
 */
public record TruthReading(Reading reading, List<PictureSize> sizes) {
  /** Shares lie within 0 and 1; a little beyond is a box that leaves the picture. */
  private static final double SHARES = 1.5;

  private static final double SLACK = 0.01;

  /** Where nobody says how large pictures are, shares are told in thousandths. */
  public static final int THOUSANDTHS = 1_000;

  /** Copies the list. */
  public TruthReading {
    sizes = List.copyOf(sizes);
  }

  /**
   * The reading of truths.
   *
   * @param source of the rows, in errors
   * @param rows finite numbers, four each, at least one row
   * @param said the layout, where somebody says it
   * @param known the size of each row's picture, where somebody says it
   * @throws BadInputException if the numbers fit no layout, or more than one
   */
  public static TruthReading of(
      String source,
      List<double[]> rows,
      Optional<Layout> said,
      Optional<List<PictureSize>> known) {
    boolean shares = rows.stream().allMatch(row -> largest(row) <= SHARES);
    Scale scale = shares ? Scale.RELATIVE : Scale.PIXELS;
    Layout layout = said.orElseGet(() -> layout(source, rows, scale, known));
    List<PictureSize> sizes =
        known.orElseGet(
            () ->
                Collections.nCopies(
                    rows.size(),
                    shares ? new PictureSize(THOUSANDTHS, THOUSANDTHS) : extent(layout, rows)));
    return new TruthReading(new Reading(layout, scale), sizes);
  }

  /** What a row says of its picture; perhaps no proper box. */
  public Truth truth(int index, double[] row) {
    PictureSize size = sizes.get(index);
    return new Truth(reading.decode(row, size.width(), size.height()), size.width(), size.height());
  }

  private static Layout layout(
      String source, List<double[]> rows, Scale scale, Optional<List<PictureSize>> known) {
    if (rows.stream().allMatch(row -> row[2] > row[0] && row[3] > row[1])) {
      return Layout.XYXY;
    }
    boolean corner = true;
    boolean centre = true;
    for (int i = 0; i < rows.size(); i++) {
      double[] row = rows.get(i);
      double right = Double.POSITIVE_INFINITY;
      double bottom = Double.POSITIVE_INFINITY;
      if (scale == Scale.RELATIVE || known.isPresent()) {
        right = (scale == Scale.RELATIVE ? 1 : known.get().get(i).width()) * (1 + SLACK);
        bottom = (scale == Scale.RELATIVE ? 1 : known.get().get(i).height()) * (1 + SLACK);
      }
      corner &= row[0] + row[2] <= right && row[1] + row[3] <= bottom;
      centre &=
          row[0] - row[2] / 2 >= -SLACK * row[2]
              && row[1] - row[3] / 2 >= -SLACK * row[3]
              && row[0] + row[2] / 2 <= right
              && row[1] + row[3] / 2 <= bottom;
    }
    if (corner == centre) {
      throw new BadInputException(
          source
              + ": cannot tell whether the true boxes are corner and size or centre and size; say"
              + " --truth-format xywh or cxcywh"
              + (scale == Scale.RELATIVE || known.isPresent()
                  ? ""
                  : ", or give --image-size WxH or --images DIR"));
    }
    return corner ? Layout.XYWH : Layout.CXCYWH;
  }

  private static PictureSize extent(Layout layout, List<double[]> rows) {
    double right = rows.stream().mapToDouble(row -> layout.decode(row).xMax()).max().orElse(1);
    double bottom = rows.stream().mapToDouble(row -> layout.decode(row).yMax()).max().orElse(1);
    return new PictureSize(
        (int) Math.max(1, Math.ceil(right)), (int) Math.max(1, Math.ceil(bottom)));
  }

  private static double largest(double[] row) {
    return Math.max(Math.max(row[0], row[1]), Math.max(row[2], row[3]));
  }
}
