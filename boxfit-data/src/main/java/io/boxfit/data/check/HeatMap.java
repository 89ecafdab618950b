package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.annotation.LabelledBox;
import java.util.List;

/** Where the centres of boxes lie: the picture cut into cells, the darker the more of them. */
final class HeatMap {
  /** Cells across and down. */
  static final int CELLS = 32;

  private static final int CELL_PIXELS = 10;
  private static final int[] MOST = {8, 48, 107};

  private HeatMap() {}

  /** Counts by row and column. */
  static int[][] counts(List<CheckedPicture> pictures, SetReading reading) {
    int[][] counts = new int[CELLS][CELLS];
    for (CheckedPicture picture : pictures) {
      for (LabelledBox labelled : picture.annotated().boxes()) {
        Box box = reading.meant(labelled.box(), picture);
        if (box.isProper() && picture.hasSize()) {
          counts[cell(box.centerY() / picture.height())][cell(box.centerX() / picture.width())]++;
        }
      }
    }
    return counts;
  }

  private static int cell(double share) {
    return (int) Math.max(0, Math.min(CELLS - 1, Math.floor(share * CELLS)));
  }

  /** White where there is none; by the square root, so that single ones are seen beside crowds. */
  static Picture of(List<CheckedPicture> pictures, SetReading reading) {
    int[][] counts = counts(pictures, reading);
    int most = 1;
    for (int[] row : counts) {
      for (int count : row) {
        most = Math.max(most, count);
      }
    }
    int side = CELLS * CELL_PIXELS;
    byte[] pixels = new byte[3 * side * side];
    int at = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double share = Math.sqrt((double) counts[y / CELL_PIXELS][x / CELL_PIXELS] / most);
        for (int channel : MOST) {
          pixels[at++] = (byte) Math.round(255 + share * (channel - 255));
        }
      }
    }
    return new Picture(side, side, 3, pixels);
  }
}
