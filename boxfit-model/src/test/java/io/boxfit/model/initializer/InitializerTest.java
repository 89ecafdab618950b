package io.boxfit.model.initializer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.Seed;
import org.junit.jupiter.api.Test;

class InitializerTest {
  private static final int COUNT = 200_000;

  private static float[] drawn(Initializer initializer, long fanIn, long fanOut) {
    float[] values = new float[COUNT];
    initializer.fill(values, fanIn, fanOut, new Seed(5).stream("initial weights"));
    return values;
  }

  private static double moment(float[] values, int power) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value, power);
    }
    return sum / values.length;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** fanIn 2, fanOut 4: limit sqrt(6 / 6) = 1, variance 1 / 3, fourth moment 1 / 5. */
  @Test
  void glorotUniformFillsItsRange() {
    float[] values = drawn(new GlorotUniform(), 2, 4);
    assertTrue(largest(values) <= 1 && largest(values) > 0.9999);
    assertEquals(0, moment(values, 1), 0.005);
    assertEquals(1 / 3.0, moment(values, 2), 0.003);
    assertEquals(0.2, moment(values, 4), 0.003);
  }

  /** fanIn 8: deviation sqrt(2 / 8) = 0.5, cut at 2 * 0.5 / 0.87962566 = 1.1368472. */
  @Test
  void heNormalHasItsDeviationThoughItIsCut() {
    float[] values = drawn(new HeNormal(), 8, 1);
    assertTrue(largest(values) <= 1.136848 && largest(values) > 1.136);
    assertEquals(0, moment(values, 1), 0.005);
    assertEquals(0.25, moment(values, 2), 0.003);
  }

  /** Kurtosis of a normal: fourth moment 3 * 0.01^4. */
  @Test
  void randomNormalHasItsDeviation() {
    float[] values = drawn(new RandomNormal(0.01), 1, 1);
    assertEquals(1e-4, moment(values, 2), 2e-6);
    assertEquals(3e-8, moment(values, 4), 2e-9);
    assertThrows(BadInputException.class, () -> new RandomNormal(-1));
    assertThrows(BadInputException.class, () -> new RandomNormal(Double.NaN));
  }

  @Test
  void zerosAreZeroAndDrawsRepeat() {
    assertEquals(0, largest(drawn(new Zeros(), 3, 3)));
    assertArrayEquals(drawn(new HeNormal(), 3, 3), drawn(new HeNormal(), 3, 3));
  }
}
