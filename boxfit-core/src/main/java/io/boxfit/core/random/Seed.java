package io.boxfit.core.random;

/**
 * The root of a run's random draws: every draw comes from a stream with a name under a seed.
 *
 * <p>Streams of different names are independent; the same name gives the same numbers on every
 * machine and every JDK. There is no global and no default seed.
 *
 * @param value any long
 */
public record Seed(long value) {

  /** The stream of this seed with the given name, for example {@code "initial weights"}. */
  public RandomStream stream(String name) {
    return new RandomStream(mix(mix(value) ^ hash(name)));
  }

  /** The stream of one member of a named family, for example image 17 of {@code "varied/train"}. */
  public RandomStream stream(String name, long index) {
    return new RandomStream(mix(mix(mix(value) ^ hash(name)) + index * 0x9E3779B97F4A7C15L));
  }

  /** FNV-1a over UTF-16 units: stable, unlike identity hashes, and wide, unlike String.hashCode. */
  private static long hash(String name) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001B3L;
    }
    return hash;
  }

  /** Stafford's variant 13 of the 64-bit finaliser of MurmurHash3, as in SplitMix64. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
