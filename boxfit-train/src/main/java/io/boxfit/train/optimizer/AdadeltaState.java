package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Adadelta;
import io.boxfit.train.engine.ParameterLayout;
import java.util.List;
import java.util.Map;

/** {@link Adadelta} over one flat array; remembers squares of gradients and of steps. */
final class AdadeltaState implements OptimizerState {
  private final Adadelta optimizer;
  private final List<TrainedSpan> spans;
  private final float[] square;
  private final float[] moved;

  AdadeltaState(Adadelta optimizer, ParameterLayout layout) {
    this.optimizer = optimizer;
    this.spans = TrainedSpan.of(layout);
    this.square = new float[layout.length()];
    this.moved = new float[layout.length()];
  }

  @Override
  public void step(float[] values, float[] gradient, double learningRate) {
    float rate = (float) learningRate;
    for (TrainedSpan span : spans) {
      move(values, gradient, span, rate);
    }
  }

  private void move(float[] values, float[] gradient, TrainedSpan span, float rate) {
    float rho = (float) optimizer.rho();
    float fresh = (float) (1 - optimizer.rho());
    float epsilon = (float) optimizer.epsilon();
    for (int i = span.begin(); i < span.end(); i++) {
      float g = gradient[i];
      float s = rho * square[i] + fresh * g * g;
      float delta = (float) Math.sqrt(moved[i] + epsilon) * g / (float) Math.sqrt(s + epsilon);
      square[i] = s;
      moved[i] = rho * moved[i] + fresh * delta * delta;
      values[i] -= rate * delta;
    }
  }

  @Override
  public Map<String, float[]> memory() {
    return Map.of("square", square, "moved", moved);
  }

  @Override
  public void resume(long done) {
    // No step depends on its number.
  }
}
