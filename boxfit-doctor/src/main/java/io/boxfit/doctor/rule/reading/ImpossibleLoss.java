package io.boxfit.doctor.rule.reading;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * A loss of overlap far below zero. Of boxes none goes below -1 (the negative IoU); what is given
 * to it has negative widths or areas, as centres and sizes have that are taken for corners. A loss
 * that begins as no mean can is taken for the sum over a batch.
 */
public final class ImpossibleLoss implements Rule {
  private static final double BELOW = -2;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.failingOrPoor() && patient.setup().ofOverlap())
        // Where the network says inverted boxes, these have the negative areas.
        .filter(trace -> trace.first().filter(ImpossibleLoss::inverted).isEmpty())
        .flatMap(
            trace ->
                trace.steps().stream()
                    .filter(s -> s.loss() < Math.min(BELOW, -summed(trace)))
                    .findFirst())
        .map(
            step ->
                Finding.suspected(
                        Condition.WRONG_READING,
                        0.96,
                        "The loss was "
                            + Words.rough(step.loss())
                            + " in step "
                            + step.step()
                            + "; of boxes no loss of overlap goes below -1: the four numbers that"
                            + " it is given are not left, top, right, bottom.")
                    .since(step.step()));
  }

  /** A sum over a batch whose first value is no mean goes down to one for each sample. */
  private static double summed(TraceHistory trace) {
    double first = trace.steps().isEmpty() ? 0 : trace.steps().get(0).loss();
    long samples = trace.inputs().map(TraceEvent.Inputs::samples).orElse(trace.start().batchSize());
    return first >= -1 && first <= -BELOW ? 0 : samples;
  }

  private static boolean inverted(Predictions first) {
    return first.improper() >= Predictions.MANY_IMPROPER;
  }
}
