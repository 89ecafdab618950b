package io.boxfit.doctor.rule.symptom;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * Neither a black picture nor shuffled pixels nor another picture moves the box by a tenth of what
 * the truth moves from one picture to the next: the share from which on a side stands still, too.
 */
public final class BlindNetwork implements Rule {

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .model()
        .flatMap(ModelTrial::probes)
        .filter(BlindNetwork::blind)
        .map(BlindNetwork::finding);
  }

  static boolean blind(ProbeFigures probes) {
    double most = Math.max(probes.another(), Math.max(probes.black(), probes.shuffled()));
    return probes.pictures() >= Stillness.ENOUGH && most < Stillness.STILL * probes.truth();
  }

  private static Finding finding(ProbeFigures probes) {
    return Finding.seen(
        Condition.BLIND_NETWORK,
        "A black picture moves the sides by "
            + Words.percent(probes.black())
            + " of the picture, shuffled pixels by "
            + Words.percent(probes.shuffled())
            + ", another picture by "
            + Words.percent(probes.another())
            + "; the true sides differ by "
            + Words.percent(probes.truth())
            + " from one picture to the next.");
  }
}
