package io.boxfit.doctor.rule.reading;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.PerSide;
import io.boxfit.core.overlap.Iou;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Arrays;
import java.util.Optional;

/**
 * Predictions that spread as the truth does and each hit some truth, but not their own: right
 * answers to other pictures.
 */
public final class ShuffledTruth implements Rule {
  private static final Iou IOU = new Iou();
  private static final int ENOUGH = 300;
  private static final double SPREADS = 0.7;
  private static final double HITS = 0.6;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .predictions()
        .filter(p -> patient.has(Condition.IGNORES_PICTURE))
        .filter(p -> !patient.has(Condition.BLIND_NETWORK))
        .flatMap(p -> look(p, patient.figures().orElseThrow().spreadRatio()));
  }

  private static Optional<Finding> look(Predictions predictions, PerSide spread) {
    double least = Arrays.stream(Side.values()).mapToDouble(s -> s.of(spread)).min().orElseThrow();
    double hits = hits(predictions);
    return least < SPREADS || hits < HITS
        ? Optional.empty()
        : Optional.of(
            Finding.suspected(
                Condition.SHUFFLED_TRUTH,
                0.75,
                "The predicted boxes spread as the true ones do and each fits some truth (mean IoU "
                    + Words.figure(hits)
                    + " with the nearest), but not its own."));
  }

  /** Mean IoU of each prediction with the truth that suits it best. */
  private static double hits(Predictions predictions) {
    int size = Math.min(ENOUGH, predictions.size());
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double best = 0;
      for (Box truth : predictions.truth().subList(0, size)) {
        best = Math.max(best, IOU.of(predictions.predicted().get(i), truth));
      }
      sum += best;
    }
    return sum / size;
  }
}
