package io.boxfit.bench.doctor.peer;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.network.NodeParameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * UMLAUT (Schoop, Huang, Hartmann: CHI 2021). Rules and thresholds from {@code
 * umlaut/heuristics.py} of github.com/BerkeleyHCI/umlaut, words from {@code umserver/errors.py}.
 *
 * <p>What differs:
 *
 * <ul>
 *   <li>A probe stands for an epoch ({@link Course}), its Keras accuracy for that of validation;
 *       that this is higher than in training is not known.
 *   <li>A loss that is no number is enough; the tool asks for an input that is none, too.
 *   <li>An activation is missing where a layer with a kernel is fed by another without one in
 *       between, where there is a recipe; the tool takes every layer for linear that has no
 *       activation of its own, even if one follows.
 *   <li>Types of inputs are not known.
 *   <li>Left out, because they presuppose a classifier and would accuse every regression, or every
 *       one that ends in a sigmoid: {@code Missing Softmax layer before loss} and {@code Last model
 *       layer has nonlinear activation}.
 * </ul>
 */
final class Umlaut implements Peer {
  private static final double HIGH_RATE = 0.01;
  private static final double LOW_RATE = 1e-7;
  private static final double HIGH_DROPOUT = 0.5;
  private static final double HIGH_ACCURACY = 0.95;

  /** Epochs whose accuracy is noise. */
  private static final int NOISY = 3;

  @Override
  public String name() {
    return "UMLAUT";
  }

  @Override
  public List<Complaint> examine(Observed training) {
    TraceHistory trace = training.trace();
    Optional<Network> network = training.recipe().map(recipe -> recipe.network());
    Optional<TraceEvent.Range> pixels = trace.inputs().map(TraceEvent.Inputs::pixels);
    List<Complaint> found = new ArrayList<>();
    add(
        found,
        network.filter(Umlaut::missesActivation).isPresent(),
        Meaning.NOTHING.complaint("Critical: Missing activation functions"));
    add(
        found,
        training.setup().anatomy().dropout().orElse(0) > HIGH_DROPOUT,
        Meaning.DROPOUT.complaint("Warning: High dropout rate"));
    add(
        found,
        notSquare(training, network),
        Meaning.NOTHING.complaint("Error: Image data may have incorrect shape"));
    add(
        found,
        pixels.filter(range -> range.min() < -1 || range.max() > 1).isPresent(),
        Meaning.INPUT.complaint("Error: Input data exceeds typical limits"));
    add(
        found,
        trace.steps().stream().anyMatch(step -> Double.isNaN(step.loss())),
        Meaning.EXPLODING.and(Meaning.INPUT, "Critical: NaN (Not a number) in input"));
    add(
        found,
        trace.steps().stream().anyMatch(step -> step.learningRate() > HIGH_RATE),
        Meaning.FAST.complaint("Warning: Learning Rate is high"));
    add(
        found,
        trace.steps().stream().anyMatch(step -> step.learningRate() < LOW_RATE),
        Meaning.SLOW.complaint("Warning: Learning Rate is low"));
    add(
        found,
        overfits(trace.epochs()),
        Meaning.OVERFIT.complaint("Warning: Possible overfitting"));
    add(
        found,
        Course.of(trace).legs().stream()
            .skip(NOISY)
            .anyMatch(leg -> leg.accuracy() > HIGH_ACCURACY),
        Meaning.NOTHING.complaint("Warning: Check validation accuracy"));
    return found;
  }

  private static void add(List<Complaint> found, boolean holds, Complaint complaint) {
    if (holds) {
      found.add(complaint);
    }
  }

  private static boolean notSquare(Observed training, Optional<Network> network) {
    TraceEvent.Start start = training.trace().start();
    int width = network.map(n -> n.input().width()).orElse(start.imageWidth());
    int height = network.map(n -> n.input().height()).orElse(start.imageHeight());
    return width != height;
  }

  private static boolean missesActivation(Network network) {
    Set<String> withKernel = new HashSet<>();
    for (NodeParameter parameter : network.parameters()) {
      if (parameter.parameter().role() == Parameter.Role.KERNEL) {
        withKernel.add(parameter.node().name());
      }
    }
    // Whose numbers come from a kernel by a straight way.
    Set<String> linear = new HashSet<>();
    boolean missing = false;
    for (Node node : network.nodes()) {
      boolean fedLinearly = node.inputs().stream().anyMatch(linear::contains);
      if (withKernel.contains(node.name())) {
        missing |= fedLinearly;
        linear.add(node.name());
      } else if (fedLinearly && !Activations.isOne(node.layer().getClass().getSimpleName())) {
        linear.add(node.name());
      }
    }
    return missing;
  }

  /** Whether once the validation loss rose while the loss did not. */
  private static boolean overfits(List<TraceEvent.Epoch> epochs) {
    for (int i = 1; i < epochs.size(); i++) {
      double loss = epochs.get(i).meanLoss() - epochs.get(i - 1).meanLoss();
      double validation =
          epochs.get(i).validationLoss().orElse(Double.NaN)
              - epochs.get(i - 1).validationLoss().orElse(Double.NaN);
      if (validation > 0 && loss <= 0) {
        return true;
      }
    }
    return false;
  }
}
