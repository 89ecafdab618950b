package io.boxfit.model.layer;

/** What surrounds a map before a window moves over it: zeros, or nothing that counts in a pool. */
public enum Padding {
  /** Nothing: windows lie inside. */
  VALID,
  /**
   * Half a window on each side ("half padding" in Dumoulin and Visin, arXiv 1603.07285; the usual
   * choice in PyTorch): symmetric at any stride.
   */
  HALF,
  /**
   * As much as gives {@code size / stride}, rounded up, as Keras does: where that is odd, one more
   * at the right and at the bottom.
   */
  SAME;

  /**
   * What is added along an axis.
   *
   * @param size places of the map
   * @param window places that the window spans
   * @param stride its step
   */
  public Margin margin(int size, int window, int stride) {
    return switch (this) {
      case VALID -> new Margin(0, 0);
      case HALF -> new Margin(window / 2, window / 2);
      case SAME -> {
        long steps = (size - 1L) / stride;
        int all = (int) Math.max(0, steps * stride + window - size);
        yield new Margin(all / 2, all - all / 2);
      }
    };
  }

  int output(int size, int window, int stride) {
    Margin margin = margin(size, window, stride);
    int padded = size + margin.low() + margin.high();
    Fit.require(padded >= window, "a kernel of " + window + " does not fit into " + size);
    return (padded - window) / stride + 1;
  }
}
