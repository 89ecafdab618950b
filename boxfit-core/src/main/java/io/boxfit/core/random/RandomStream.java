package io.boxfit.core.random;

/**
 * A stream of random numbers: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
 *
 * <p>Written here because a seed is a promise: {@code java.util} may change how it turns bits into
 * bounded or Gaussian numbers between JDKs. One thread at a time. New streams come from {@link
 * Seed}.
 */
public final class RandomStream {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  RandomStream(long state) {
    this.state = state;
  }

  /** 64 uniform bits. */
  public long nextLong() {
    state += GAMMA;
    return Seed.mix(state);
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Uniform in [low, high). */
  public double nextDouble(double low, double high) {
    return low + (high - low) * nextDouble();
  }

  /**
   * Uniform in [0, bound), by multiplication of the upper 32 bits; the bias is below bound / 2^32.
   *
   * @throws IllegalArgumentException if bound is not positive
   */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, got " + bound);
    }
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** Uniform in [low, high], both included. */
  public int nextInt(int low, int high) {
    return low + nextInt(high - low + 1);
  }

  /** True with the given probability. */
  public boolean nextBoolean(double probability) {
    return nextDouble() < probability;
  }

  /** Standard normal, by Box and Muller's method on strict mathematics; uses two uniform draws. */
  public double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }

  /** A uniform permutation of 0 .. count - 1 (Fisher and Yates). */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
