package io.boxfit.core.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RandomStreamTest {

  @Test
  void isSplitMix64() {
    // The first outputs for state 1234567 of the reference implementation (Vigna, splitmix64.c).
    RandomStream random = new RandomStream(1234567);
    assertEquals("6457827717110365317", Long.toUnsignedString(random.nextLong()));
    assertEquals("3203168211198807973", Long.toUnsignedString(random.nextLong()));
    assertEquals("9817491932198370423", Long.toUnsignedString(random.nextLong()));
    assertEquals("4593380528125082431", Long.toUnsignedString(random.nextLong()));
    assertEquals("16408922859458223821", Long.toUnsignedString(random.nextLong()));
  }

  @Test
  void namesIndicesAndSeedsMakeDifferentStreams() {
    long first = new Seed(1).stream("weights").nextLong();
    assertEquals(first, new Seed(1).stream("weights").nextLong());
    assertNotEquals(first, new Seed(2).stream("weights").nextLong());
    assertNotEquals(first, new Seed(1).stream("weight").nextLong());
    long distinct =
        IntStream.range(0, 100_000)
            .mapToLong(i -> new Seed(1).stream("image", i).nextLong())
            .distinct()
            .count();
    assertEquals(100_000, distinct);
  }

  @Test
  void boundedNumbersAreUniform() {
    RandomStream random = new Seed(3).stream("dice");
    int[] counts = new int[6];
    for (int i = 0; i < 60_000; i++) {
      counts[random.nextInt(1, 6) - 1]++;
    }
    // Five standard deviations of a binomial count are 456.
    Arrays.stream(counts).forEach(count -> assertEquals(10_000, count, 456));
    assertThrows(IllegalArgumentException.class, () -> random.nextInt(0));
  }

  @Test
  void normalNumbersHaveMeanZeroAndVarianceOne() {
    RandomStream random = new Seed(4).stream("normal");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double value = random.nextGaussian();
      sum += value;
      squares += value * value;
    }
    assertEquals(0, sum / 100_000, 0.016);
    assertEquals(1, squares / 100_000, 0.023);
  }

  @Test
  void permutationsHoldEveryNumberOnce() {
    int[] order = new Seed(5).stream("order").permutation(1000);
    assertTrue(IntStream.range(0, 1000).anyMatch(i -> order[i] != i));
    assertEquals(
        IntStream.range(0, 1000).boxed().toList(), Arrays.stream(order).sorted().boxed().toList());
  }
}
