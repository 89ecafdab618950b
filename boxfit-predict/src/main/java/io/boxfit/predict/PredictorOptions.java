package io.boxfit.predict;

/**
 * How a predictor works.
 *
 * @param threads threads that share the work of one call, at least 1; calls from several threads
 *     run side by side in any case, so a server is often best served by 1
 */
public record PredictorOptions(int threads) {

  /**
   * @throws IllegalArgumentException if threads is not positive
   */
  public PredictorOptions {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
  }

  /** As many threads as the JVM sees processors: the shortest time for a single caller. */
  public static PredictorOptions defaults() {
    return new PredictorOptions(Runtime.getRuntime().availableProcessors());
  }
}
