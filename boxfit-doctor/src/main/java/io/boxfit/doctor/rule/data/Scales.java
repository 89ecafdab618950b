package io.boxfit.doctor.rule.data;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Setup;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Numbers that were not brought to a size that networks and losses are made for: pictures of 0 to
 * 255, or divided by 255 twice; boxes in pixels beside outputs between 0 and 1, or in shares of
 * shares.
 */
public final class Scales implements Rule {
  /** DeepDiagnosis and UMLAUT ask for -1 to 1; standardised pictures reach 3, some set-ups 5. */
  private static final double LARGE = 10;

  /** Pictures of 0 to 255 that were divided by 255 twice reach 0.004. */
  private static final double SMALL = 0.05;

  /** A share of the picture is at most 1; a box may reach a little out of it. */
  private static final double MORE_THAN_SHARES = 1.5;

  /** Of some dozens of boxes none reaches further; shares divided by a picture's side do not. */
  private static final double SHARES_OF_SHARES = 0.05;

  private static final double MIDDLE = 0.5;
  private static final double ONE = 1.01;
  private static final double AT_THE_END = 0.01;
  private static final double MOST = 0.9;

  @Override
  public Optional<Finding> check(Case patient) {
    Optional<TraceEvent.Inputs> inputs =
        patient.evidence().trace().flatMap(trace -> trace.inputs());
    if (inputs.isEmpty()) {
      return patient.evidence().numbers().filter(n -> patient.failing()).flatMap(Scales::atTheEnd);
    }
    return inputs
        .filter(told -> patient.couldBeBetter())
        .flatMap(told -> pictures(patient, told.pixels()).or(() -> boxes(patient, told)));
  }

  private static Optional<Finding> pictures(Case patient, TraceEvent.Range pixels) {
    double most = Math.max(Math.abs(pixels.min()), Math.abs(pixels.max()));
    boolean wide = pixels.max() - pixels.min() >= SMALL || pixels.max() == pixels.min();
    boolean sound = most <= LARGE && most >= SMALL && wide;
    // All black is another fault.
    return sound || most == 0 || patient.setup().anatomy().scalesFirst()
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.INPUTS_NOT_SCALED,
                patient.sure(0.93),
                "The network is given pictures of numbers from "
                    + Words.rough(pixels.min())
                    + " to "
                    + Words.rough(pixels.max())
                    + "."));
  }

  private static Optional<Finding> boxes(Case patient, TraceEvent.Inputs told) {
    return told.targets()
        .filter(
            targets ->
                targets.max() > MORE_THAN_SHARES
                    || (targets.max() < SHARES_OF_SHARES && targets.min() > -SHARES_OF_SHARES)
                    || (targets.min() < -SHARES_OF_SHARES
                        && patient.setup().output() == Output.SIGMOID))
        // A loss of overlap compares boxes, whatever the unit; only what cannot get there matters.
        .filter(targets -> !patient.setup().ofOverlap() || told.outputs().isPresent())
        .flatMap(targets -> boxes(patient, targets, told.outputs()));
  }

  private static Optional<Finding> boxes(
      Case patient, TraceEvent.Range targets, Optional<TraceEvent.Range> outputs) {
    Setup setup = patient.setup();
    if (targets.max() <= MORE_THAN_SHARES) {
      return beside(patient.sure(0.85), targets, outputs, ".");
    }
    boolean known = outputs.isPresent() || patient.evidence().recipe().isPresent();
    boolean cannot = known && setup.output().most() <= 1;
    boolean shares =
        cannot
            || outputs.filter(Scales::aboutTheMiddle).isPresent()
            || staysSmall(patient, targets);
    return shares || (targets.max() > LARGE && !setup.ofOverlap())
        ? beside(
            patient.sure(cannot ? 0.95 : shares ? 0.92 : 0.72),
            targets,
            outputs,
            cannot ? "; what they go through last gives nothing above 1." : ".")
        : Optional.empty();
  }

  /** Whatever was asked for, no number ever said is above 1: something holds them. */
  private static boolean staysSmall(Case patient, TraceEvent.Range targets) {
    return targets.max() > LARGE
        && patient
            .evidence()
            .predictions()
            .filter(
                seen ->
                    seen.predicted().stream()
                        .allMatch(box -> Math.abs(box.xMax()) < ONE && Math.abs(box.yMax()) < ONE))
            .isPresent();
  }

  private static Optional<Finding> beside(
      double confidence,
      TraceEvent.Range targets,
      Optional<TraceEvent.Range> outputs,
      String ending) {
    return Optional.of(
        Finding.suspected(
            Condition.TARGETS_NOT_SCALED,
            confidence,
            "The loss compares outputs "
                + outputs
                    .map(o -> "from " + Words.rough(o.min()) + " to " + Words.rough(o.max()))
                    .orElse("of the network")
                + " with targets from "
                + Words.rough(targets.min())
                + " to "
                + Words.rough(targets.max())
                + ending));
  }

  /** As a sigmoid's are before the first step; first outputs of a linear layer lie about 0. */
  private static boolean aboutTheMiddle(TraceEvent.Range outputs) {
    return outputs.min() >= 0
        && outputs.max() <= 1
        && Math.abs(outputs.mean() - MIDDLE) < MIDDLE / 2;
  }

  /** A sigmoid that was asked for pixels stands at 1. */
  private static Optional<Finding> atTheEnd(NumberAudit numbers) {
    List<double[]> rows = numbers.rows();
    long ones =
        rows.stream()
            .mapToLong(row -> Arrays.stream(row).filter(v -> Math.abs(v - 1) < AT_THE_END).count())
            .sum();
    boolean pixels =
        numbers.truths().stream().mapToDouble(t -> t.box().xMax()).max().orElse(0) > LARGE;
    return ones < MOST * 4 * rows.size() || !pixels
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.TARGETS_NOT_SCALED,
                0.85,
                Words.percent(ones / (4.0 * rows.size()))
                    + " of the predicted numbers are 1.00, the end of a sigmoid, where the truth"
                    + " is in pixels."));
  }
}
