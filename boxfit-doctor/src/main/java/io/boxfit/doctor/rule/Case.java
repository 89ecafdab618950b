package io.boxfit.doctor.rule;

import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Severity;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Passages;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Setup;
import io.boxfit.doctor.evidence.Stillness;
import java.util.List;
import java.util.Optional;

/**
 * What a rule looks at.
 *
 * @param evidence all that there is
 * @param setup what is known about how it was trained
 * @param figures of the predictions, computed once for all rules
 * @param symptoms that were seen; none while symptoms are looked for
 */
public record Case(
    Evidence evidence, Setup setup, Optional<Metrics> figures, List<Finding> symptoms) {
  private static final double POOR = 0.2;
  private static final double NO_SKILL = 0.02;
  private static final double GOOD = 0.9;
  private static final double LEAST_RISK = 0.6;
  private static final double RISK = 0.65;

  /** Copies the list. */
  public Case {
    symptoms = List.copyOf(symptoms);
  }

  /** A patient whom nobody has looked at yet. */
  public static Case of(Evidence evidence) {
    return new Case(
        evidence, Setup.of(evidence), evidence.predictions().map(Predictions::metrics), List.of());
  }

  /** The same with what was seen. */
  public Case with(List<Finding> seen) {
    return new Case(evidence, setup, figures, seen);
  }

  /** Whether a symptom was seen. */
  public boolean has(Condition symptom) {
    return symptoms.stream().anyMatch(finding -> finding.condition() == symptom);
  }

  /** What the last layer's numbers go through, where the way through the network is known. */
  public List<TraceEvent.Layer> behindLastKernel() {
    return Passages.of(evidence).stream()
        .flatMap(way -> way.behindLast(setup.anatomy().kernels()).stream())
        .flatMap(name -> setup.anatomy().named(name).stream())
        .toList();
  }

  /** Whether there is a recipe and nothing else: what is known to fail is foreseen then. */
  public boolean untrained() {
    return evidence.recipe().isPresent()
        && evidence.trace().isEmpty()
        && evidence.predictions().isEmpty();
  }

  /** Whether something fails, or nothing was trained yet. */
  public boolean failingOrUntrained() {
    return untrained() || failing();
  }

  /**
   * Whether something fails, or the boxes reach less than a fifth of the way from the best constant
   * box to perfect ones: they may follow the object and still be nowhere near it.
   */
  public boolean failingOrPoor() {
    return failing()
        || figures.filter(f -> f.samples() >= Stillness.ENOUGH && f.skill() < POOR).isPresent();
  }

  /**
   * Whether something was trained that is not good: what is known to hold trainings back may do so
   * here, though nothing fails.
   */
  public boolean couldBeBetter() {
    return !untrained() && !good();
  }

  /**
   * How sure a cause is: what is learned in spite of it is told as a risk, the surer one before the
   * other.
   */
  public double sure(double whereItFails) {
    return untrained() || failingOrPoor()
        ? whereItFails
        : LEAST_RISK + (RISK - LEAST_RISK) * whereItFails;
  }

  /** Whether boxes are so good (mean IoU of 0.9) that what looks wrong does no harm. */
  public boolean good() {
    return figures.filter(f -> f.meanIou() >= GOOD).isPresent();
  }

  /**
   * Whether boxes of ten pictures or more fit no better than the one best box for every picture, to
   * within 0.02 of a skill.
   */
  public boolean fitsLikeOneBox() {
    return figures
        .filter(f -> f.samples() >= Stillness.ENOUGH && f.skill() <= NO_SKILL)
        .isPresent();
  }

  /**
   * Whether boxes are off in use alone: numbers that are read as they are would fit in training.
   */
  public boolean isOffInUse() {
    return evidence
        .trace()
        .flatMap(AskedOtherwise::of)
        .filter(AskedOtherwise::isOffInUse)
        .isPresent();
  }

  /** Whether something fails. */
  public boolean failing() {
    return symptoms.stream().anyMatch(s -> s.condition().severity() == Severity.ERROR);
  }
}
