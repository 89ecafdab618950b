package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.RmsProp;
import io.boxfit.train.engine.ParameterLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link RmsProp} over one flat array; remembers only what its form needs. */
final class RmsPropState implements OptimizerState {
  private final RmsProp optimizer;
  private final List<TrainedSpan> spans;
  private final float[] increment;
  private final Map<String, float[]> memory = new LinkedHashMap<>();

  RmsPropState(RmsProp optimizer, ParameterLayout layout) {
    this.optimizer = optimizer;
    this.spans = TrainedSpan.of(layout);
    this.increment = new float[layout.length()];
    memory.put("square", new float[layout.length()]);
    if (optimizer.centered()) {
      memory.put("mean", new float[layout.length()]);
    }
    if (optimizer.momentum() > 0) {
      memory.put("velocity", new float[layout.length()]);
    }
  }

  @Override
  public void step(float[] values, float[] gradient, double learningRate) {
    float[] velocity = memory.get("velocity");
    for (TrainedSpan span : spans) {
      scale(gradient, span, (float) learningRate);
      if (velocity != null) {
        addVelocity(velocity, span);
      }
      for (int i = span.begin(); i < span.end(); i++) {
        values[i] -= increment[i];
      }
    }
  }

  private void scale(float[] gradient, TrainedSpan span, float rate) {
    if (optimizer.centered()) {
      scaleCentered(gradient, span, rate);
      return;
    }
    float[] square = memory.get("square");
    float rho = (float) optimizer.rho();
    float fresh = (float) (1 - optimizer.rho());
    float epsilon = (float) optimizer.epsilon();
    for (int i = span.begin(); i < span.end(); i++) {
      float g = gradient[i];
      float s = rho * square[i] + fresh * g * g;
      square[i] = s;
      increment[i] = rate * g / (float) Math.sqrt(s + epsilon);
    }
  }

  private void scaleCentered(float[] gradient, TrainedSpan span, float rate) {
    float[] square = memory.get("square");
    float[] mean = memory.get("mean");
    float rho = (float) optimizer.rho();
    float fresh = (float) (1 - optimizer.rho());
    float epsilon = (float) optimizer.epsilon();
    for (int i = span.begin(); i < span.end(); i++) {
      float g = gradient[i];
      float s = rho * square[i] + fresh * g * g;
      float m = rho * mean[i] + fresh * g;
      square[i] = s;
      mean[i] = m;
      increment[i] = rate * g / (float) Math.sqrt(s - m * m + epsilon);
    }
  }

  private void addVelocity(float[] velocity, TrainedSpan span) {
    float momentum = (float) optimizer.momentum();
    for (int i = span.begin(); i < span.end(); i++) {
      float v = momentum * velocity[i] + increment[i];
      velocity[i] = v;
      increment[i] = v;
    }
  }

  @Override
  public Map<String, float[]> memory() {
    return Map.copyOf(memory);
  }

  @Override
  public void resume(long done) {
    // No step depends on its number.
  }
}
