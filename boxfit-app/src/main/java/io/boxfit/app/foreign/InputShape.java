package io.boxfit.app.foreign;

/**
 * What the axes of an image input mean.
 *
 * @param axes in their order
 * @param channels 1 or 3
 * @param width px
 * @param height px
 */
record InputShape(AxisOrder axes, int channels, int width, int height) {

  /** Numbers of one picture. */
  long numbers() {
    return (long) channels * width * height;
  }

  /** The shape of so many pictures. */
  long[] of(int pictures) {
    return axes == AxisOrder.NCHW
        ? new long[] {pictures, channels, height, width}
        : new long[] {pictures, height, width, channels};
  }
}
