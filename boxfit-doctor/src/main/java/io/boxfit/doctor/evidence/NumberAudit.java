package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.reading.Reading;
import java.util.List;

/**
 * Predictions as the numbers that stood in a file.
 *
 * @param rows four numbers each
 * @param truth proper boxes, px, in the same order
 * @param reading how the rows are said to be read
 * @param width of the pictures, px
 * @param height of the pictures, px
 */
public record NumberAudit(
    List<double[]> rows, List<Box> truth, Reading reading, int width, int height) {

  /** Copies the lists. */
  public NumberAudit {
    rows = List.copyOf(rows);
    truth = List.copyOf(truth);
  }

  /** The predictions, read as they are said to be. */
  public Predictions asGiven() {
    return read(reading);
  }

  /** The predictions, read in another way. */
  public Predictions read(Reading other) {
    List<Box> boxes = rows.stream().map(row -> other.decode(row, width, height)).toList();
    return new Predictions(truth, boxes, width, height);
  }

  /** One of the four columns. */
  public double[] column(int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }
}
