package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a network said about pictures of one size, beside the truth; boxes in pixels.
 *
 * @param truth proper boxes
 * @param predicted any four numbers each, in the same order
 * @param width of the pictures, px
 * @param height of the pictures, px
 */
public record Predictions(List<Box> truth, List<Box> predicted, int width, int height) {
  /**
   * From this share of improper boxes on they are many: a network that learned has next to none.
   */
  public static final double MANY_IMPROPER = 0.2;

  /**
   * @throws IllegalArgumentException if there are none, or not as many of one as of the other
   */
  public Predictions {
    truth = List.copyOf(truth);
    predicted = List.copyOf(predicted);
    if (truth.isEmpty() || truth.size() != predicted.size()) {
      throw new IllegalArgumentException(
          predicted.size() + " predictions beside " + truth.size() + " truths");
    }
  }

  /** How many there are. */
  public int size() {
    return truth.size();
  }

  /** Of boxes that are numbers the share that is inverted or empty. */
  public double improper() {
    List<Box> finite = predicted.stream().filter(Box::isFinite).toList();
    long improper = finite.stream().filter(box -> !box.isProper()).count();
    return finite.isEmpty() ? 0 : (double) improper / finite.size();
  }

  /** The figures; the constant baseline is that of these truths themselves. */
  public Metrics metrics() {
    List<Outcome> outcomes =
        IntStream.range(0, size())
            .mapToObj(i -> new Outcome(predicted.get(i), truth.get(i), width, height))
            .toList();
    return Metrics.of(outcomes, ConstantBaseline.fit(truth));
  }
}
