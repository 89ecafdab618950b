package io.boxfit.doctor.rule.training;

import io.boxfit.core.overlap.Iou;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Calm;
import io.boxfit.doctor.evidence.LossFamily;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * -ln(IoU) without a guard met a prediction that does not overlap its truth; or another loss than
 * one of the four numbers became no number out of the calm, of samples that are numbers.
 */
public final class LossTurnsNan implements Rule {
  private static final Iou IOU = new Iou();

  @Override
  public Optional<Finding> check(Case patient) {
    if (patient.setup().loss() != LossFamily.LN_IOU) {
      return patient.has(Condition.NOT_A_NUMBER)
          ? patient.evidence().trace().flatMap(trace -> outOfTheCalm(patient, trace))
          : Optional.empty();
    }
    if (patient.untrained()) {
      return Optional.of(
          Finding.suspected(
              Condition.LOSS_TURNS_NAN,
              0.9,
              "The loss is -ln(IoU) without a guard: the first box that misses its object, and an"
                  + " untrained network makes many, makes it infinite and its gradient no number."));
    }
    return patient.has(Condition.NOT_A_NUMBER)
        ? patient.evidence().trace().map(LossTurnsNan::finding)
        : Optional.empty();
  }

  private static Optional<Finding> outOfTheCalm(Case patient, TraceHistory trace) {
    return Calm.before(trace)
        .filter(
            calm ->
                calm.gradientFirst()
                    || patient.setup().loss() != LossFamily.COORDINATES
                    || ofSoundSamples(trace, calm))
        .map(
            calm ->
                Finding.suspected(
                        Condition.LOSS_TURNS_NAN,
                        0.75,
                        (calm.gradientFirst() ? "The gradient" : "The loss")
                            + " was no number in step "
                            + calm.step()
                            + ", out of the calm: a root, a logarithm or a division in "
                            + trace.start().loss()
                            + " that is infinite for some box.")
                    .since(calm.step()));
  }

  /** The first batch was looked at: where it is broken, that is another cause. */
  private static boolean ofSoundSamples(TraceHistory trace, Calm calm) {
    return calm.step() == trace.steps().get(0).step()
        && trace
            .inputs()
            .filter(told -> told.outOfRange() == 0 && told.noTargets() == 0)
            .isPresent();
  }

  private static Finding finding(TraceHistory trace) {
    String before =
        trace
            .first()
            .map(
                first ->
                    " Before the first step "
                        + Words.percent(apart(first))
                        + " of the predicted boxes did not overlap their object.")
            .orElse("");
    Finding finding =
        Finding.suspected(
            Condition.LOSS_TURNS_NAN,
            0.99,
            "The loss is -ln(IoU) without a guard ("
                + trace.start().loss()
                + "); where boxes do not overlap it is infinite and its gradient no number."
                + before);
    return trace.steps().stream()
        .filter(step -> !Double.isFinite(step.loss()))
        .findFirst()
        .map(step -> finding.since(step.step()))
        .orElse(finding);
  }

  /** Share of the predictions that do not overlap their truth. */
  static double apart(Predictions predictions) {
    int apart = 0;
    for (int i = 0; i < predictions.size(); i++) {
      if (!(IOU.of(predictions.predicted().get(i), predictions.truth().get(i)) > 0)) {
        apart++;
      }
    }
    return (double) apart / predictions.size();
  }
}
