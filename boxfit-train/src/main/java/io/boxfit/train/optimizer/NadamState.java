package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Nadam;
import io.boxfit.train.engine.ParameterLayout;
import java.util.List;
import java.util.Map;

/**
 * {@link Nadam} over one flat array, in Keras's arithmetic: {@code mHat = u[t+1] * mean / (1 - u[1]
 * * ... * u[t+1]) + (1 - u[t]) * gradient / (1 - u[1] * ... * u[t])}, {@code value -= rate * mHat /
 * (sqrt(square / (1 - beta2^t)) + epsilon)}.
 */
final class NadamState implements OptimizerState {
  /** Keras's constant for how fast the momentum warms up. */
  private static final double WARMUP = 0.96;

  private final Nadam optimizer;
  private final List<TrainedSpan> spans;
  private final float[] mean;
  private final float[] square;
  private long steps;

  /** Of the momenta of all steps done. */
  private double product = 1;

  NadamState(Nadam optimizer, ParameterLayout layout) {
    this.optimizer = optimizer;
    this.spans = TrainedSpan.of(layout);
    this.mean = new float[layout.length()];
    this.square = new float[layout.length()];
  }

  private double momentum(long step) {
    return optimizer.beta1() * (1 - 0.5 * StrictMath.pow(WARMUP, (double) step));
  }

  @Override
  public void step(float[] values, float[] gradient, double learningRate) {
    steps++;
    double now = momentum(steps);
    double next = momentum(steps + 1);
    product *= now;
    float ofMean = (float) (learningRate * next / (1 - product * next));
    float ofGradient = (float) (learningRate * (1 - now) / (1 - product));
    double correction2 = 1 - StrictMath.pow(optimizer.beta2(), (double) steps);
    float root = (float) (1 / StrictMath.sqrt(correction2));
    for (TrainedSpan span : spans) {
      move(values, gradient, span, ofMean, ofGradient, root);
    }
  }

  private void move(
      float[] values,
      float[] gradient,
      TrainedSpan span,
      float ofMean,
      float ofGradient,
      float root) {
    float fresh1 = (float) (1 - optimizer.beta1());
    float fresh2 = (float) (1 - optimizer.beta2());
    float epsilon = (float) optimizer.epsilon();
    for (int i = span.begin(); i < span.end(); i++) {
      float g = gradient[i];
      float m = mean[i] + (g - mean[i]) * fresh1;
      float s = square[i] + (g * g - square[i]) * fresh2;
      mean[i] = m;
      square[i] = s;
      values[i] -= (ofMean * m + ofGradient * g) / ((float) Math.sqrt(s) * root + epsilon);
    }
  }

  @Override
  public Map<String, float[]> memory() {
    return Map.of("mean", mean, "square", square);
  }

  @Override
  public void resume(long done) {
    steps = done;
    product = 1;
    // Below the smallest double it stays zero, so a long run costs no more than a short one.
    for (long step = 1; step <= done && product > 0; step++) {
      product *= momentum(step);
    }
  }
}
