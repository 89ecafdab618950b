package io.boxfit.doctor.rule.data;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Calm;
import io.boxfit.doctor.evidence.LossFamily;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Numbers in the first batch that are none, in a training that met a number that is none. Or a loss
 * of the four numbers, which is a number for all boxes that are, became none out of the calm: some
 * later sample is broken.
 */
public final class BrokenSamples implements Rule {
  @Override
  public Optional<Finding> check(Case patient) {
    Optional<TraceHistory> sick =
        patient.evidence().trace().filter(trace -> patient.has(Condition.NOT_A_NUMBER));
    return sick.flatMap(BrokenSamples::first)
        .or(
            () ->
                patient.setup().loss() == LossFamily.COORDINATES
                    ? sick.flatMap(Calm::before)
                        .filter(calm -> !calm.gradientFirst() && !toldAbout(sick.get(), calm))
                        .map(BrokenSamples::later)
                    : Optional.empty());
  }

  /** Of the first batch it is known that its samples are numbers. */
  private static boolean toldAbout(TraceHistory trace, Calm calm) {
    return trace.inputs().isPresent() && calm.step() == trace.steps().get(0).step();
  }

  private static Finding later(Calm calm) {
    return Finding.suspected(
            Condition.BROKEN_SAMPLES,
            0.72,
            "The loss was no number in step "
                + calm.step()
                + ", out of the calm, and it is a number for all samples that are: in that batch"
                + " some picture or box is none.")
        .since(calm.step());
  }

  private static Optional<Finding> first(TraceHistory trace) {
    return trace
        .inputs()
        .filter(told -> !broken(told).isEmpty())
        .map(
            told ->
                Finding.suspected(
                    Condition.BROKEN_SAMPLES,
                    0.97,
                    "Among the first "
                        + told.samples()
                        + " samples "
                        + String.join(", and ", broken(told))
                        + "."));
  }

  private static List<String> broken(TraceEvent.Inputs told) {
    List<String> broken = new ArrayList<>();
    if (told.outOfRange() > 0) {
      broken.add(told.outOfRange() + " numbers of the pictures can be no pixel");
    }
    if (told.noTargets() > 0) {
      broken.add(told.noTargets() + " numbers of the targets are not finite");
    } else if (told.targets().filter(t -> !Double.isFinite(t.mean())).isPresent()) {
      broken.add("no target is a number");
    }
    return broken;
  }
}
