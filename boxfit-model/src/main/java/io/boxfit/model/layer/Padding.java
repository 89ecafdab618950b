package io.boxfit.model.layer;

/** What surrounds a map before a convolution. */
public enum Padding {
  /** Nothing: windows lie inside. */
  VALID,
  /**
   * {@code kernel / 2} zeros on each side ("half padding" in Dumoulin and Visin, arXiv 1603.07285;
   * the usual choice in PyTorch): symmetric at any stride, where Keras's {@code same} is not.
   */
  HALF;

  /** Zeros on each side for a kernel of this size. */
  public int zeros(int kernel) {
    return this == HALF ? kernel / 2 : 0;
  }

  int output(int size, int kernel, int stride) {
    int padded = size + 2 * zeros(kernel);
    Fit.require(padded >= kernel, "a kernel of " + kernel + " does not fit into " + size);
    return (padded - kernel) / stride + 1;
  }
}
