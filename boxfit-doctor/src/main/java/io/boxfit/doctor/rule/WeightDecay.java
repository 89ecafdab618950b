package io.boxfit.doctor.rule;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.recipe.Recipe;
import java.util.Optional;

/** Weights that are drawn to zero harder than the loss draws them to anything. */
final class WeightDecay implements Rule {
  /**
   * Where the decay is a part of the gradient; PyTorch's and Keras's examples have 1e-4 to 1e-2.
   */
  private static final double IN_GRADIENT = 0.05;

  /** Where it stands beside Adam's step, whose size is 1: it holds weights below its inverse. */
  private static final double BESIDE = 3;

  @Override
  public Optional<Finding> check(Case patient) {
    Optional<Double> told =
        patient
            .evidence()
            .recipe()
            .map(Recipe::optimizer)
            .filter(AdamW.class::isInstance)
            .map(optimizer -> ((AdamW) optimizer).weightDecay())
            .or(
                () ->
                    patient
                        .evidence()
                        .trace()
                        .flatMap(trace -> trace.forward())
                        .map(TraceEvent.Forward::optimizer)
                        .map(settings -> settings.get("weight_decay")));
    // Keras's optimisers all have it beside the step.
    boolean beside =
        patient.setup().optimizer().contains("adamw")
            || patient
                .evidence()
                .trace()
                .filter(trace -> trace.start().framework().startsWith("Keras"))
                .isPresent();
    return told.filter(decay -> decay >= (beside ? BESIDE : IN_GRADIENT))
        .filter(decay -> patient.untrained() || patient.couldBeBetter())
        .map(
            decay ->
                Finding.suspected(
                    Condition.WEIGHT_DECAY_TOO_HIGH,
                    patient.untrained() ? 0.8 : patient.sure(0.86),
                    "The optimiser's weight decay is " + Words.rough(decay) + "."));
  }
}
