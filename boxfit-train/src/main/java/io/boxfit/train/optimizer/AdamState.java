package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Adam;
import io.boxfit.train.engine.ParameterLayout;
import java.util.List;
import java.util.Map;

/** {@link Adam} over one flat array; powers of the decays follow from the number of the step. */
final class AdamState implements OptimizerState {
  private final Adam optimizer;
  private final List<TrainedSpan> spans;
  private final float[] mean;
  private final float[] square;
  private long steps;

  AdamState(Adam optimizer, ParameterLayout layout) {
    this.optimizer = optimizer;
    this.spans = TrainedSpan.of(layout);
    this.mean = new float[layout.length()];
    this.square = new float[layout.length()];
  }

  @Override
  public void step(float[] values, float[] gradient, double learningRate) {
    steps++;
    double correction1 = 1 - StrictMath.pow(optimizer.beta1(), (double) steps);
    double correction2 = 1 - StrictMath.pow(optimizer.beta2(), (double) steps);
    float size = (float) (learningRate * StrictMath.sqrt(correction2) / correction1);
    for (TrainedSpan span : spans) {
      move(values, gradient, span, size);
    }
  }

  private void move(float[] values, float[] gradient, TrainedSpan span, float size) {
    float fresh1 = (float) (1 - optimizer.beta1());
    float fresh2 = (float) (1 - optimizer.beta2());
    float epsilon = (float) optimizer.epsilon();
    for (int i = span.begin(); i < span.end(); i++) {
      float g = gradient[i];
      float m = mean[i] + (g - mean[i]) * fresh1;
      float s = square[i] + (g * g - square[i]) * fresh2;
      mean[i] = m;
      square[i] = s;
      values[i] -= size * m / ((float) Math.sqrt(s) + epsilon);
    }
  }

  @Override
  public Map<String, float[]> memory() {
    return Map.of("mean", mean, "square", square);
  }

  @Override
  public void resume(long done) {
    steps = done;
  }
}
