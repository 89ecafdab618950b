package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * How far rows of predictions and truths are apart.
 *
 * @param rows prediction i belongs to truth i + rows; 0 where that is best
 * @param meanIou of what is paired so
 */
public record RowShift(int rows, double meanIou) {
  private static final Iou IOU = new Iou();
  private static final int FARTHEST = 3;

  /**
   * The best of no shift and three rows either way; each row is read as one of the picture that it
   * comes to lie beside.
   */
  public static RowShift of(Reading reading, List<double[]> rows, List<Truth> truths) {
    return best(
        rows.size(),
        (row, beside) -> {
          Truth truth = truths.get(beside);
          return IOU.of(reading.decode(rows.get(row), truth.width(), truth.height()), truth.box());
        });
  }

  /** The same of boxes that are read already. */
  public static RowShift of(List<Box> predicted, List<Box> truth) {
    return best(truth.size(), (row, beside) -> IOU.of(predicted.get(row), truth.get(beside)));
  }

  /** Of so many rows, given the IoU of a prediction and a truth. */
  private static RowShift best(int rows, ToDoubleBiFunction<Integer, Integer> iou) {
    RowShift best = shifted(0, rows, iou);
    for (int shift = -FARTHEST; shift <= FARTHEST; shift++) {
      RowShift next = shifted(shift, rows, iou);
      best = next.meanIou > best.meanIou ? next : best;
    }
    return best;
  }

  private static RowShift shifted(int shift, int rows, ToDoubleBiFunction<Integer, Integer> iou) {
    return new RowShift(
        shift,
        IntStream.range(Math.max(0, -shift), Math.min(rows, rows - shift))
            .mapToDouble(row -> iou.applyAsDouble(row, row + shift))
            .average()
            .orElse(0));
  }
}
