package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Sgd;
import io.boxfit.train.engine.ParameterLayout;
import java.util.List;
import java.util.Map;

/** {@link Sgd} over one flat array; remembers a velocity where there is a momentum. */
final class SgdState implements OptimizerState {
  private final Sgd optimizer;
  private final List<TrainedSpan> spans;
  private final float[] velocity;

  SgdState(Sgd optimizer, ParameterLayout layout) {
    this.optimizer = optimizer;
    this.spans = TrainedSpan.of(layout);
    this.velocity = new float[optimizer.momentum() > 0 ? layout.length() : 0];
  }

  @Override
  public void step(float[] values, float[] gradient, double learningRate) {
    float rate = (float) learningRate;
    for (TrainedSpan span : spans) {
      if (velocity.length == 0) {
        descend(values, gradient, span, rate);
      } else if (optimizer.nesterov()) {
        lookAhead(values, gradient, span, rate);
      } else {
        roll(values, gradient, span, rate);
      }
    }
  }

  private static void descend(float[] values, float[] gradient, TrainedSpan span, float rate) {
    for (int i = span.begin(); i < span.end(); i++) {
      values[i] -= rate * gradient[i];
    }
  }

  private void roll(float[] values, float[] gradient, TrainedSpan span, float rate) {
    float momentum = (float) optimizer.momentum();
    for (int i = span.begin(); i < span.end(); i++) {
      float v = momentum * velocity[i] - rate * gradient[i];
      velocity[i] = v;
      values[i] += v;
    }
  }

  private void lookAhead(float[] values, float[] gradient, TrainedSpan span, float rate) {
    float momentum = (float) optimizer.momentum();
    for (int i = span.begin(); i < span.end(); i++) {
      float slope = rate * gradient[i];
      float v = momentum * velocity[i] - slope;
      velocity[i] = v;
      values[i] += momentum * v - slope;
    }
  }

  @Override
  public Map<String, float[]> memory() {
    return velocity.length == 0 ? Map.of() : Map.of("velocity", velocity);
  }

  @Override
  public void resume(long done) {
    // No step depends on its number.
  }
}
