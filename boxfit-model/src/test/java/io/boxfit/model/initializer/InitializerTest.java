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

  /** Uniform in +-limit has variance limit^2 / 3. */
  private static void assertUniform(double limit, float[] values) {
    assertTrue(largest(values) <= limit && largest(values) > 0.9999 * limit);
    assertEquals(0, moment(values, 1), 0.005 * limit);
    assertEquals(limit * limit / 3, moment(values, 2), 0.005 * limit * limit);
    assertEquals(Math.pow(limit, 4) / 5, moment(values, 4), 0.005 * Math.pow(limit, 4));
  }

  /** A normal cut at two has deviation 0.87962566, fourth moment 1.416189 (by integration). */
  private static void assertTruncated(double scale, float[] values) {
    assertTrue(largest(values) <= 2.000001 * scale && largest(values) > 1.999 * scale);
    assertEquals(0, moment(values, 1), 0.01 * scale);
    assertEquals(Math.pow(0.8796256610342398 * scale, 2), moment(values, 2), 0.006 * scale * scale);
    assertEquals(1.416189 * Math.pow(scale, 4), moment(values, 4), 0.02 * Math.pow(scale, 4));
  }

  @Test
  void uniformOnesHaveTheirLimits() {
    assertUniform(Math.sqrt(6.0 / 24), drawn(new HeUniform(), 24, 7));
    assertUniform(Math.sqrt(3.0 / 24), drawn(new LecunUniform(), 24, 7));
    assertUniform(Math.sqrt(6.0 / 31), drawn(new GlorotUniform(), 24, 7));
    assertUniform(0.05, drawn(new RandomUniform(-0.05, 0.05), 24, 7));
    float[] shifted = drawn(new RandomUniform(2, 4), 24, 7);
    assertEquals(3, moment(shifted, 1), 0.01);
    assertEquals(9 + 1 / 3.0, moment(shifted, 2), 0.05);
    assertEquals(2, largest(drawn(new RandomUniform(2, 2), 1, 1)));
  }

  @Test
  void normalOnesHaveTheirDeviationsThoughTheyAreCut() {
    double widened = 1 / 0.8796256610342398;
    assertTruncated(widened * Math.sqrt(2.0 / 24), drawn(new HeNormal(), 24, 7));
    assertTruncated(widened * Math.sqrt(1.0 / 24), drawn(new LecunNormal(), 24, 7));
    assertTruncated(widened * Math.sqrt(2.0 / 31), drawn(new GlorotNormal(), 24, 7));
    assertTruncated(0.05, drawn(new TruncatedNormal(0.05), 24, 7));
  }

  @Test
  void constantsAreConstant() {
    float[] values = new float[3];
    new Ones().fill(values, 1, 1, new Seed(1).stream("initial weights"));
    assertArrayEquals(new float[] {1, 1, 1}, values, 0f);
    new Constant(-0.3).fill(values, 1, 1, new Seed(1).stream("initial weights"));
    assertArrayEquals(new float[] {-0.3f, -0.3f, -0.3f}, values, 0f);
  }

  @Test
  void orthogonalRowsOrColumns() {
    for (int[] size : new int[][] {{5, 12}, {12, 5}, {7, 7}, {1, 9}, {9, 1}, {200, 64}}) {
      int rows = size[0];
      int columns = size[1];
      float[] values = new float[rows * columns];
      new Orthogonal(1.5).fill(values, columns, rows, new Seed(9).stream("initial weights"));
      int count = Math.min(rows, columns);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int k = 0; k < Math.max(rows, columns); k++) {
            dot +=
                rows <= columns
                    ? (double) values[a * columns + k] * values[b * columns + k]
                    : (double) values[k * columns + a] * values[k * columns + b];
          }
          assertEquals(a == b ? 2.25 : 0, dot, 1e-5, rows + "x" + columns);
        }
      }
    }
  }

  /** The corner of a uniform 2x2 orthogonal matrix is a cosine of a uniform angle: E = 0, 1/2. */
  @Test
  void orthogonalMatricesAreUniform() {
    double sum = 0;
    double squares = 0;
    int positive = 0;
    for (int draw = 0; draw < 20_000; draw++) {
      float[] m = new float[4];
      new Orthogonal(1).fill(m, 2, 2, new Seed(draw).stream("initial weights"));
      sum += m[0];
      squares += (double) m[0] * m[0];
      positive += m[0] * m[3] - m[1] * m[2] > 0 ? 1 : 0;
    }
    assertEquals(0, sum / 20_000, 0.02);
    assertEquals(0.5, squares / 20_000, 0.01);
    assertEquals(0.5, positive / 20_000.0, 0.015);
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThrows(BadInputException.class, () -> new RandomUniform(1, 0));
    assertThrows(BadInputException.class, () -> new RandomUniform(Double.NaN, 0));
    assertThrows(BadInputException.class, () -> new TruncatedNormal(-1));
    assertThrows(BadInputException.class, () -> new Constant(Double.NaN));
    assertThrows(BadInputException.class, () -> new Orthogonal(0));
    assertThrows(BadInputException.class, () -> new Orthogonal(Double.POSITIVE_INFINITY));
  }
}
