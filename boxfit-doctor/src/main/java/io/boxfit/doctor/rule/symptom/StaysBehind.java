package io.boxfit.doctor.rule.symptom;

import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.ModelTrial;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The network answers to what the picture shows, but where the picture is moved, the centre of the
 * box goes less than 0.3 of the way: nearer to staying than to following, and below what networks
 * reach that are merely drawn towards the mean.
 */
public final class StaysBehind implements Rule {
  static final double FOLLOWS = 0.3;

  @Override
  public Optional<Finding> check(Case patient) {
    return patient
        .evidence()
        .model()
        .flatMap(trial -> trial.probes().flatMap(probes -> look(trial, probes)));
  }

  private static Optional<Finding> look(ModelTrial trial, ProbeFigures probes) {
    return BlindNetwork.blind(probes) || !(stays(probes.across()) || stays(probes.down()))
        ? Optional.empty()
        : Optional.of(finding(trial, probes));
  }

  private static boolean stays(OptionalDouble slope) {
    return slope.isPresent() && slope.getAsDouble() < FOLLOWS;
  }

  private static Finding finding(ModelTrial trial, ProbeFigures probes) {
    StringBuilder words =
        new StringBuilder("For each pixel that the picture is moved the box goes ");
    probes.across().ifPresent(s -> words.append(Words.figure(s)).append(" across"));
    probes
        .down()
        .ifPresent(
            s ->
                words
                    .append(probes.across().isPresent() ? " and " : "")
                    .append(Words.figure(s))
                    .append(" down"));
    words.append(" (1 is right); shuffled pixels move its sides by ");
    words.append(Words.percent(probes.shuffled())).append(" of the picture, another picture by ");
    words.append(Words.percent(probes.another()));
    if (!trial.probed().isAlso(trial.claimed())) {
      words.append("; it was fed with ").append(trial.probed().preprocessing());
    }
    words.append(".");
    return Finding.seen(Condition.STAYS_BEHIND, words.toString());
  }
}
