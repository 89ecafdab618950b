package io.boxfit.doctor.rule.network;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.Output;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.evidence.Stillness;
import io.boxfit.doctor.reading.Numbers;
import io.boxfit.doctor.rule.Case;
import io.boxfit.doctor.rule.Rule;
import io.boxfit.doctor.rule.Words;
import java.util.Optional;

/**
 * Sides that lie on the picture's border, to within half a percent of it, in nine of ten boxes; or
 * nine of ten sides at the far one before the first step, by first weights of a sound size.
 */
public final class SaturatedOutput implements Rule {
  private static final double AT_BORDER = 0.005;
  private static final double MOST = 0.9;
  private static final double SOME = 0.05;

  @Override
  public Optional<Finding> check(Case patient) {
    Output output = patient.setup().output();
    if (output != Output.SIGMOID && output != Output.UNKNOWN) {
      return Optional.empty();
    }
    Optional<Finding> first = atFirst(patient);
    if (first.isPresent() || !patient.failing()) {
      return first;
    }
    double confidence = output == Output.SIGMOID ? 0.7 : 0.5;
    return patient.evidence().predictions().flatMap(p -> look(p, confidence));
  }

  /** First weights of a sound size that stand at an end have biases that are not. */
  private static Optional<Finding> atFirst(Case patient) {
    return patient.couldBeBetter() && FirstWeights.areSound(patient.setup().anatomy())
        ? patient
            .evidence()
            .trace()
            .filter(trace -> trace.first().isPresent() && trace.probes().get(0).step() == 0)
            .flatMap(trace -> trace.first())
            // Numbers near 0 lie near a border, too; those of a sigmoid lie at the far one, or at
            // both.
            .filter(first -> share(first, false) >= SOME)
            .filter(first -> share(first, true) + share(first, false) >= MOST)
            .map(
                first ->
                    Finding.suspected(
                        Condition.SATURATED_OUTPUT,
                        patient.sure(0.92),
                        "Before the first step "
                            + Words.percent(share(first, true) + share(first, false))
                            + " of the sides lay on the picture's borders, "
                            + Words.percent(share(first, false))
                            + " on the far ones, where a sigmoid has next to no slope; weights are of"
                            + " a sound size: it is the biases, or sums that are multiplied."))
        : Optional.empty();
  }

  /**
   * Share of the numbers at the end where they are 0, or at the far one, whatever boxes were made
   * of: sides, or a centre and a size.
   */
  static double share(Predictions seen, boolean near) {
    double sides = share(seen, Numbers.CORNERS, true) + share(seen, Numbers.CORNERS, false);
    double centre = share(seen, Numbers.CENTRE, true) + share(seen, Numbers.CENTRE, false);
    return share(seen, sides >= centre ? Numbers.CORNERS : Numbers.CENTRE, near);
  }

  private static double share(Predictions seen, Numbers as, boolean near) {
    long ends = 0;
    for (Box box : seen.predicted()) {
      double[] numbers = as.of(box);
      for (int i = 0; i < numbers.length; i++) {
        double share = numbers[i] / (i % 2 == 0 ? seen.width() : seen.height());
        ends += Math.abs(share - (near ? 0 : 1)) <= AT_BORDER ? 1 : 0;
      }
    }
    return ends / (4.0 * seen.size());
  }

  private static Optional<Finding> look(Predictions predictions, double confidence) {
    Stillness stillness = Stillness.of(predictions);
    for (Side side : stillness.still()) {
      double extent = side.extent(predictions);
      double share =
          stillness.boxes().stream().filter(box -> atBorder(side, box, extent)).count()
              / (double) stillness.boxes().size();
      if (share >= MOST) {
        return Optional.of(
            Finding.suspected(
                Condition.SATURATED_OUTPUT,
                confidence,
                "The "
                    + side.words()
                    + " side lies on the picture's border in "
                    + Words.percent(share)
                    + " of the boxes, where a sigmoid has next to no slope."));
      }
    }
    return Optional.empty();
  }

  static boolean atBorder(Side side, Box box, double extent) {
    return atBorder(side, box, extent, true) || atBorder(side, box, extent, false);
  }

  /** At the border where numbers are 0, or at the far one. */
  static boolean atBorder(Side side, Box box, double extent, boolean near) {
    return Math.abs(side.of(box) / extent - (near ? 0 : 1)) <= AT_BORDER;
  }
}
