package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Clip;
import io.boxfit.train.engine.ParameterLayout;
import java.util.Map;

/**
 * An optimiser that is given clipped gradients, in Keras's arithmetic; norms are summed in double.
 *
 * <p>As in Keras a gradient with something that is not a number stays so: all of the parameter by
 * {@code norm}, all of the network by {@code globalNorm}, where an infinite norm makes it so, too.
 */
final class ClippedState implements OptimizerState {
  private final OptimizerState optimizer;
  private final Clip clip;
  private final ParameterLayout layout;
  private final float[] clipped;

  ClippedState(OptimizerState optimizer, Clip clip, ParameterLayout layout) {
    this.optimizer = optimizer;
    this.clip = clip;
    this.layout = layout;
    this.clipped = new float[layout.length()];
  }

  @Override
  public void step(float[] values, float[] gradient, double learningRate) {
    // A copy: the trace tells the gradient as it was.
    clip.value().ifPresent(limit -> clipValues(gradient, limit.floatValue()));
    clip.norm().ifPresent(limit -> clipNorms(gradient, limit));
    clip.globalNorm().ifPresent(limit -> clipGlobally(gradient, limit));
    optimizer.step(values, clipped, learningRate);
  }

  private void clipValues(float[] gradient, float limit) {
    for (int i = 0; i < gradient.length; i++) {
      clipped[i] = Math.max(-limit, Math.min(limit, gradient[i]));
    }
  }

  private void clipNorms(float[] gradient, double limit) {
    for (ParameterLayout.Slot slot : layout.slots()) {
      int end = slot.offset() + slot.length();
      double norm = Math.sqrt(squares(gradient, slot.offset(), end));
      scale(gradient, slot.offset(), end, limit / Math.max(norm, limit));
    }
  }

  private void clipGlobally(float[] gradient, double limit) {
    double sum = 0;
    for (TrainedSpan span : TrainedSpan.of(layout)) {
      sum += squares(gradient, span.begin(), span.end());
    }
    double norm = Math.sqrt(sum);
    double factor = Double.isFinite(norm) ? limit / Math.max(norm, limit) : Double.NaN;
    scale(gradient, 0, gradient.length, factor);
  }

  private static double squares(float[] gradient, int begin, int end) {
    double sum = 0;
    for (int i = begin; i < end; i++) {
      sum += (double) gradient[i] * gradient[i];
    }
    return sum;
  }

  private void scale(float[] gradient, int begin, int end, double factor) {
    for (int i = begin; i < end; i++) {
      clipped[i] = (float) (factor * gradient[i]);
    }
  }

  @Override
  public Map<String, float[]> memory() {
    return optimizer.memory();
  }

  @Override
  public void resume(long steps) {
    optimizer.resume(steps);
  }
}
