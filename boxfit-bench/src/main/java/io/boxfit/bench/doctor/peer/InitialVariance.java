package io.boxfit.bench.doctor.peer;

import io.boxfit.model.layer.Parameter;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.NodeParameter;
import java.util.ArrayList;
import java.util.List;

/**
 * TheDeepChecker's look at the first weights ({@code _pre_check_weights} in {@code
 * deep_checker/checkers.py}): their variance beside what He, Glorot and LeCun would give, by a test
 * that allows a factor of 2.70554 either way ({@code pure_f_test} in {@code metrics.py}). Which of
 * them is demanded depends on the activation, of which the tool knows one a network; here the first
 * hidden one.
 */
final class InitialVariance {
  /** Below it, weights count as all the same. */
  private static final double EQUAL = 1e-8;

  private static final double MOST_RATIO = 2.70554;

  private static final String RECOMMENDED = "It is recommended to choose ";

  private InitialVariance() {}

  static List<Complaint> of(Observed training) {
    return training
        .recipe()
        .map(
            recipe ->
                of(
                    recipe.network(),
                    training.firstWeights(),
                    Layers.of(training).firstActivation().orElse("")))
        .orElse(List.of());
  }

  private static List<Complaint> of(Network network, List<WeightFigures> start, String activation) {
    List<Complaint> found = new ArrayList<>();
    List<Parameter> kernels =
        network.parameters().stream()
            .map(NodeParameter::parameter)
            .filter(parameter -> parameter.role() == Parameter.Role.KERNEL)
            .toList();
    for (int i = 0; i < Math.min(start.size(), kernels.size()); i++) {
      WeightFigures weights = start.get(i);
      double in = kernels.get(i).fanIn();
      double out = kernels.get(i).fanOut();
      boolean he = near(weights, 2 / in);
      boolean glorot = near(weights, 2 / (in + out));
      boolean lecun = near(weights, 1 / in);
      if (weights.variance() <= EQUAL) {
        found.add(complaint("Poor initialization (unbreaking symmetry) of weight ", weights));
      } else if (activation.equals("relu") && !he) {
        found.add(complaint(RECOMMENDED + "He initialization for weight ", weights));
      } else if (activation.equals("tanh") && !glorot) {
        found.add(complaint(RECOMMENDED + "Glorot initialization for weight ", weights));
      } else if (activation.equals("sigmoid") && !lecun) {
        found.add(complaint(RECOMMENDED + "Lecun initialization for weight ", weights));
      } else if (!he && !glorot && !lecun) {
        found.add(complaint(RECOMMENDED + "a well-known initialization for weight ", weights));
      }
    }
    return found;
  }

  private static boolean near(WeightFigures weights, double variance) {
    double ratio = weights.variance() / variance;
    return Math.max(ratio, 1 / ratio) <= MOST_RATIO;
  }

  private static Complaint complaint(String words, WeightFigures weights) {
    return Meaning.START.complaint(words + weights.layer());
  }
}
