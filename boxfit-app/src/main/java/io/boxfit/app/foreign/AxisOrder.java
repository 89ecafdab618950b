package io.boxfit.app.foreign;

import java.util.Locale;

/** In which order an input's axes stand. */
enum AxisOrder {
  /** Channels before rows and columns: PyTorch. */
  NCHW(1, 2, 3),
  /** Channels last: Keras, TensorFlow. */
  NHWC(3, 1, 2);

  private final int channelAxis;
  private final int rowAxis;
  private final int columnAxis;

  AxisOrder(int channelAxis, int rowAxis, int columnAxis) {
    this.channelAxis = channelAxis;
    this.rowAxis = rowAxis;
    this.columnAxis = columnAxis;
  }

  int channelAxis() {
    return channelAxis;
  }

  int rowAxis() {
    return rowAxis;
  }

  int columnAxis() {
    return columnAxis;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
