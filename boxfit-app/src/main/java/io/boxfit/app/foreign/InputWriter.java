package io.boxfit.app.foreign;

import io.boxfit.data.Picture;

/** Writes pictures as the numbers of an input. */
final class InputWriter {
  private static final int GRAY = 128;

  private final InputShape shape;
  private final ColorOrder colors;

  /** The number of each level, by channel of the input. */
  private final float[][] numbers;

  InputWriter(InputShape shape, Preprocessing preprocessing) {
    this.shape = shape;
    this.colors = preprocessing.colors();
    this.numbers = new float[shape.channels()][256];
    for (int channel = 0; channel < shape.channels(); channel++) {
      for (int level = 0; level < 256; level++) {
        // One channel has no colour of its own: green's mean stands for luma's.
        int colour = shape.channels() == 1 ? 1 : colour(channel);
        numbers[channel][level] = (float) preprocessing.range().of(level, colour);
      }
    }
  }

  private int colour(int channel) {
    return colors == ColorOrder.BGR ? 2 - channel : channel;
  }

  /** Writes a picture from a place on. */
  void write(FittedPicture fitted, float[] to, int from) {
    int channels = shape.channels();
    for (int channel = 0; channel < channels; channel++) {
      for (int y = 0; y < shape.height(); y++) {
        for (int x = 0; x < shape.width(); x++) {
          to[from + place(channel, x, y)] = numbers[channel][level(fitted, channel, x, y)];
        }
      }
    }
  }

  private int place(int channel, int x, int y) {
    return shape.axes() == AxisOrder.NCHW
        ? (channel * shape.height() + y) * shape.width() + x
        : (y * shape.width() + x) * shape.channels() + channel;
  }

  private int level(FittedPicture fitted, int channel, int x, int y) {
    Picture content = fitted.content();
    int column = x - fitted.left();
    int row = y - fitted.top();
    if (column < 0 || row < 0 || column >= content.width() || row >= content.height()) {
      return GRAY;
    }
    if (content.channels() == 1) {
      return content.value(column, row, 0);
    }
    if (colors != ColorOrder.GRAY) {
      return content.value(column, row, colour(channel));
    }
    // ITU-R BT.601, as Pillow and OpenCV make gray of colours.
    return (19595 * content.value(column, row, 0)
            + 38470 * content.value(column, row, 1)
            + 7471 * content.value(column, row, 2)
            + 32768)
        >> 16;
  }
}
