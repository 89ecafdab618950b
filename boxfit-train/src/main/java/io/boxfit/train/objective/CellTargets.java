package io.boxfit.train.objective;

import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.network.Input;

/**
 * Which cells should say where an object is: each cell's share of the middle half of the true box
 * (taken as at least eight pixels), so that the shares of a sample sum to one.
 */
final class CellTargets {
  private static final double LEAST_HALF = 4;

  private final int cell;
  private final int columns;
  private final int rows;

  CellTargets(CellBoxes cells, Input input) {
    cell = cells.cell();
    columns = (input.width() + cell - 1) / cell;
    rows = (input.height() + cell - 1) / cell;
  }

  int cells() {
    return columns * rows;
  }

  /**
   * Writes the shares of one sample.
   *
   * @param boxes xMin, yMin, xMax, yMax of each sample
   * @param sample which
   * @param target (samples, cells), row by row
   */
  void write(float[] boxes, int sample, float[] target) {
    float[] alongX = covered(boxes[4 * sample], boxes[4 * sample + 2], columns);
    float[] alongY = covered(boxes[4 * sample + 1], boxes[4 * sample + 3], rows);
    double sum = 0;
    for (float y : alongY) {
      for (float x : alongX) {
        sum += x * y;
      }
    }
    int at = sample * cells();
    for (float y : alongY) {
      for (float x : alongX) {
        target[at++] = (float) (x * y / sum);
      }
    }
  }

  private float[] covered(double low, double high, int count) {
    double middle = (low + high) / 2;
    double half = Math.max((high - low) / 4, LEAST_HALF);
    float[] covered = new float[count];
    for (int i = 0; i < count; i++) {
      double begin = Math.max(middle - half, (double) i * cell);
      double end = Math.min(middle + half, (i + 1.0) * cell);
      covered[i] = (float) Math.max(0, end - begin);
    }
    return covered;
  }
}
