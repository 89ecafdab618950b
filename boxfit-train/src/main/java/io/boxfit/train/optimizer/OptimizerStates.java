package io.boxfit.train.optimizer;

import io.boxfit.model.optimizer.Adadelta;
import io.boxfit.model.optimizer.Adam;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.optimizer.Nadam;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.optimizer.RmsProp;
import io.boxfit.model.optimizer.Sgd;
import io.boxfit.train.engine.ParameterLayout;

/** Which state each kind of optimiser works with. */
final class OptimizerStates {
  private OptimizerStates() {}

  static OptimizerState fresh(Optimizer optimizer, ParameterLayout layout) {
    if (optimizer instanceof AdamW adamW) {
      return new AdamWState(adamW, layout);
    }
    if (optimizer instanceof Adam adam) {
      return new AdamState(adam, layout);
    }
    if (optimizer instanceof Nadam nadam) {
      return new NadamState(nadam, layout);
    }
    if (optimizer instanceof Adadelta adadelta) {
      return new AdadeltaState(adadelta, layout);
    }
    if (optimizer instanceof RmsProp rmsProp) {
      return new RmsPropState(rmsProp, layout);
    }
    if (optimizer instanceof Sgd sgd) {
      return new SgdState(sgd, layout);
    }
    throw new IllegalStateException("no state for " + optimizer);
  }
}
