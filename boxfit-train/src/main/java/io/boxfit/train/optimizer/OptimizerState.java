package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.train.engine.ParameterLayout;
import java.util.Map;

/** An optimiser at work: moves parameters and remembers what it needs between steps. */
public interface OptimizerState {

  /** A fresh state. */
  static OptimizerState of(Optimizer optimizer, ParameterLayout layout) {
    OptimizerState state = OptimizerStates.fresh(optimizer, layout);
    return optimizer
        .clip()
        .<OptimizerState>map(clip -> new ClippedState(state, clip, layout))
        .orElse(state);
  }

  /**
   * One step.
   *
   * @param values parameters, changed in place
   * @param gradient of the loss
   * @param learningRate of this step
   */
  void step(float[] values, float[] gradient, double learningRate);

  /** What must be saved to go on exactly, by name; the arrays themselves. */
  Map<String, float[]> memory();

  /**
   * Steps done so far.
   *
   * @param steps as saved with the memory
   */
  void resume(long steps);
}
