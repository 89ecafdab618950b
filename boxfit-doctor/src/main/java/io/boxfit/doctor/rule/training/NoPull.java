package io.boxfit.doctor.rule.training;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.LossFamily;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.List;
import java.util.Optional;

/** The loss does not pull the boxes that there are: they are crossed over, or do not overlap. */
public final class NoPull implements Rule {
  private static final double MOST = 0.7;
  private static final int ENOUGH = 10;

  @Override
  public Optional<Finding> check(Case patient) {
    LossFamily loss = patient.setup().loss();
    boolean overlap = loss.isOverlap();
    if (patient.good()) {
      return Optional.empty();
    }
    if (!overlap) {
      return patient.failing() && !patient.has(Condition.NOT_A_NUMBER)
          ? idle(patient)
          : Optional.empty();
    }
    return crossing(patient).or(() -> apart(patient)).or(() -> mayCross(patient));
  }

  /** Whatever a loss is called: most samples get no gradient at all, and their boxes miss. */
  private static Optional<Finding> idle(Case patient) {
    double[] idle =
        patient.evidence().trace().map(TraceHistory::pulls).orElse(List.of()).stream()
            .flatMapToDouble(pull -> pull.idle().stream())
            .sorted()
            .toArray();
    double middle = idle.length < ENOUGH ? 0 : idle[idle.length / 2];
    double apart = look(patient, false).map(LossTurnsNan::apart).orElse(0.0);
    // A loss that has no slope anywhere is another fault.
    return middle >= MOST
            && apart >= MOST
            && (idle[0] < 1
                || patient.evidence().trace().filter(NotTrained::meansOverlap).isPresent())
        ? Optional.of(
            Finding.suspected(
                Condition.LOSS_WITHOUT_OVERLAP,
                0.88,
                Words.percent(middle)
                    + " of the samples get no gradient at all in a usual step, and "
                    + Words.percent(apart)
                    + " of the boxes miss their objects: the loss leaves those alone that miss."))
        : Optional.empty();
  }

  private static Optional<Finding> crossing(Case patient) {
    boolean free = patient.setup().freeSides().orElse(false);
    if (patient.untrained()) {
      return free
          ? Optional.of(
              Finding.suspected(
                  Condition.CROSSING_SIDES,
                  0.8,
                  "Left and right, top and bottom are outputs of their own under a loss of overlap:"
                      + " an untrained network crosses them over as often as not, and such a box"
                      + " has no gradient."))
          : Optional.empty();
    }
    double first = share(patient, true);
    double last = share(patient, false);
    return Math.max(first, last) < Predictions.MANY_IMPROPER
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.CROSSING_SIDES,
                patient.sure(
                    stuck(patient, last) ? 0.95 : Math.min(first, last) >= MOST ? 0.9 : 0.85),
                (free
                        ? "The sides are outputs of their own under a loss of overlap: "
                        : "Nothing keeps widths and heights above zero under a loss of overlap: ")
                    + Words.percent(first)
                    + " of the boxes were inverted or empty at the start, "
                    + Words.percent(last)
                    + " at the end, and such a box has no gradient."));
  }

  /** What boxes a network means is known from its recipe alone. */
  private static Optional<Finding> mayCross(Case patient) {
    boolean free = patient.setup().freeSides().orElse(false);
    return free && patient.evidence().recipe().isPresent()
        ? Optional.of(
            Finding.suspected(
                Condition.CROSSING_SIDES,
                0.61,
                "The sides are outputs of their own under a loss of overlap: it went well enough"
                    + " this time, and is slower than what cannot cross."))
        : Optional.empty();
  }

  /** No layer has a gradient any more, and most of the boxes are such ones. */
  private static boolean stuck(Case patient, double share) {
    return share >= MOST && patient.has(Condition.DEAD_GRADIENT);
  }

  private static double share(Case patient, boolean atStart) {
    return look(patient, atStart).map(p -> p.improper()).orElse(0.0);
  }

  private static Optional<Predictions> look(Case patient, boolean atStart) {
    return atStart
        ? patient.evidence().trace().flatMap(trace -> trace.first())
        : patient.evidence().predictions();
  }

  private static Optional<Finding> apart(Case patient) {
    if (patient.setup().loss() != LossFamily.OVERLAP_ONLY) {
      return Optional.empty();
    }
    if (patient.untrained()) {
      return Optional.of(
          Finding.suspected(
              Condition.LOSS_WITHOUT_OVERLAP,
              0.6,
              "The loss looks at the overlap alone: a box that misses its object gets no gradient."));
    }
    double first = look(patient, true).map(LossTurnsNan::apart).orElse(0.0);
    double last = look(patient, false).map(LossTurnsNan::apart).orElse(0.0);
    return Math.max(first, last) < MOST
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.LOSS_WITHOUT_OVERLAP,
                patient.sure(stuck(patient, last) ? 0.95 : last >= MOST ? 0.85 : 0.72),
                "The loss looks at the overlap alone; "
                    + Words.percent(first)
                    + " of the boxes did not overlap their object at the start, "
                    + Words.percent(last)
                    + " at the end, and those get no gradient."));
  }
}
