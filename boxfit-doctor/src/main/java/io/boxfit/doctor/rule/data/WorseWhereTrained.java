package io.boxfit.doctor.rule.data;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.evidence.TrainedSamples;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * Samples that are trained fit worse than samples that are not, asked in the same way: no network
 * does that by itself. Their boxes are wrong in part, or what was done to their pictures was not
 * done to their boxes.
 */
public final class WorseWhereTrained implements Rule {
  /** Of mean IoU; healthy trainings of the benchmark come to 0.04. */
  private static final double WORSE = 0.05;

  /** Of the error of centres or of sizes; healthy trainings come to 1.2. */
  private static final double TIMES = 1.35;

  private static final double LITTLE_WORSE = 0.02;
  private static final double MANY_TIMES = 1.6;
  private static final long STEPS = 100;
  private static final double MISSED = 0.1;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> patient.couldBeBetter() && isLong(trace))
        .flatMap(TrainedSamples::late)
        .filter(TrainedSamples::isAlike)
        .filter(seen -> isWorse(seen, WORSE, TIMES) || isWorse(seen, LITTLE_WORSE, MANY_TIMES))
        .map(
            seen ->
                Finding.suspected(
                    Condition.TRUTH_MISMATCH,
                    patient.sure(0.9),
                    "Samples that are trained come to a mean IoU of "
                        + Words.figure(seen.meanIou())
                        + ", others to "
                        + Words.figure(seen.othersIou())
                        + ": "
                        + where(seen)));
  }

  /** In the first steps a network learns more between two questions than faults make out. */
  private static boolean isLong(TraceHistory trace) {
    return trace.steps().stream().anyMatch(step -> step.step() >= STEPS);
  }

  private static boolean isWorse(TrainedSamples seen, double by, double times) {
    return -seen.lead() >= by && Math.max(seen.centres(), seen.sizes()) >= times;
  }

  private static String where(TrainedSamples seen) {
    if (seen.missed() >= MISSED + 2 * seen.othersMissed()) {
      return Words.percent(seen.missed())
          + " of them have a box that the network misses altogether ("
          + Words.percent(seen.othersMissed())
          + " of the others), as where it is another picture's.";
    }
    return seen.centres() > seen.sizes()
        ? "their centres are off "
            + Words.rough(seen.centres())
            + " times as far and sizes "
            + Words.rough(seen.sizes())
            + " times, as where pictures are moved, turned or cut and their boxes are not."
        : "their sizes are off "
            + Words.rough(seen.sizes())
            + " times as far, as where pictures are zoomed and their boxes are not.";
  }
}
