package io.boxfit.doctor.rule.symptom;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/** Keras's accuracy tells of half the pictures or more what the IoU does not. */
public final class EmptyAccuracy implements Rule {
  private static final double APART = 0.3;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .figures()
        .filter(m -> !ofPyTorch(patient))
        .filter(m -> m.kerasAccuracy() >= 0.5 && m.kerasAccuracy() - m.meanIou() >= APART)
        .map(EmptyAccuracy::finding);
  }

  /** Nobody measures an accuracy of boxes there unless by hand. */
  private static boolean ofPyTorch(Case patient) {
    return patient
        .evidence()
        .trace()
        .filter(trace -> trace.start().framework().startsWith("PyTorch"))
        .isPresent();
  }

  private static Finding finding(Metrics metrics) {
    return Finding.seen(
        Condition.ACCURACY_SAYS_NOTHING,
        "Keras would call this an accuracy of "
            + Words.percent(metrics.kerasAccuracy())
            + " (how often the largest of four numbers is the right one); the mean IoU is "
            + Words.figure(metrics.meanIou())
            + ".");
  }
}
