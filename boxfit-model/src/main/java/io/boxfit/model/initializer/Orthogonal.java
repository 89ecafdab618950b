package io.boxfit.model.initializer;

import io.boxfit.core.BadInputException;
import io.boxfit.core.random.RandomStream;
import io.boxfit.model.Default;

/**
 * A random orthogonal matrix (Saxe et al., arXiv 1312.6120): the kernel as a matrix of outputs x
 * fanIn has orthonormal rows, or orthonormal columns where it has more rows than columns.
 *
 * <p>As in Keras the matrix is Q of a Gaussian matrix's QR decomposition with a positive diagonal
 * of R, which makes it uniform over all of them. Here Q comes from Gram and Schmidt's method, done
 * twice for every vector so that it is orthogonal to rounding. A depthwise kernel with a multiplier
 * above 1 is cut into rows in order of memory.
 *
 * @param gain factor of all, not 0, 1 in Keras
 */
public record Orthogonal(@Default("1") double gain) implements Initializer {

  /**
   * @throws BadInputException if the gain is not finite or 0
   */
  public Orthogonal {
    if (!Float.isFinite((float) gain) || gain == 0) {
      throw new BadInputException("gain must be a finite 32-bit number, not 0, got " + gain);
    }
  }

  @Override
  public void fill(float[] values, long fanIn, long fanOut, RandomStream random) {
    int columns = (int) Math.min(fanIn, values.length);
    int rows = values.length / columns;
    double[][] basis = basis(Math.min(rows, columns), Math.max(rows, columns), random);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double q = rows <= columns ? basis[row][column] : basis[column][row];
        values[row * columns + column] = (float) (gain * q);
      }
    }
  }

  private static double[][] basis(int count, int length, RandomStream random) {
    double[][] basis = new double[count][length];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < length; j++) {
        basis[i][j] = random.nextGaussian();
      }
      removeEarlier(basis, i);
      removeEarlier(basis, i);
    }
    return basis;
  }

  /** Takes out of one vector what lies along those before it, and brings it to length 1. */
  private static void removeEarlier(double[][] basis, int index) {
    double[] vector = basis[index];
    for (int k = 0; k < index; k++) {
      double along = dot(vector, basis[k]);
      for (int j = 0; j < vector.length; j++) {
        vector[j] -= along * basis[k][j];
      }
    }
    double length = Math.sqrt(dot(vector, vector));
    for (int j = 0; j < vector.length; j++) {
      vector[j] /= length;
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
