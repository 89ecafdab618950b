package io.boxfit.doctor.evidence;

import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.initializer.Constant;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.initializer.Ones;
import io.boxfit.model.initializer.Zeros;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.layer.Tanh;
import io.boxfit.model.network.LayerOutline;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known about how a network was to be trained.
 *
 * @param loss what kind
 * @param freeSides whether left and right, top and bottom are outputs of their own and may cross;
 *     empty where it is not known
 * @param output what the four outputs went through last
 * @param optimizer its name in lower case; empty where unknown
 * @param learningRate at its peak, where it is known
 * @param equalStart whether kernels of hidden layers start as one number
 * @param anatomy of the network
 */
public record Setup(
    LossFamily loss,
    Optional<Boolean> freeSides,
    Output output,
    String optimizer,
    OptionalDouble learningRate,
    boolean equalStart,
    Anatomy anatomy) {

  /** Whether the loss is one of how boxes overlap. */
  public boolean ofOverlap() {
    return loss != LossFamily.COORDINATES && loss != LossFamily.OTHER;
  }

  /** From the recipe; what there is none of, from the trace. */
  public static Setup of(Evidence evidence) {
    if (evidence.recipe().isPresent()) {
      return of(evidence.recipe().get(), evidence.trace());
    }
    if (evidence.trace().isPresent()) {
      return of(evidence.trace().get());
    }
    return new Setup(
        LossFamily.OTHER,
        Optional.empty(),
        Output.UNKNOWN,
        "",
        OptionalDouble.empty(),
        false,
        Anatomy.UNKNOWN);
  }

  private static Setup of(Recipe recipe, Optional<TraceHistory> trained) {
    Optional<BoxHead> head =
        recipe.network().last().layer() instanceof BoxHead box
            ? Optional.of(box)
            : Optional.empty();
    Initializer start = recipe.initializer().kernel();
    // What was trained tells how large its first weights were, too.
    Anatomy anatomy =
        trained
            .map(trace -> new Anatomy(trace.start().layers()))
            .filter(told -> !told.layers().isEmpty())
            .orElseGet(() -> new Anatomy(LayerOutline.of(recipe.network())));
    return new Setup(
        LossFamily.of(recipe.loss()),
        Optional.of(head.map(h -> corners(h.format())).orElse(false)),
        head.isPresent() ? output(recipe.network()) : Output.OTHER,
        recipe.optimizer().getClass().getSimpleName().toLowerCase(Locale.ROOT),
        OptionalDouble.of(recipe.optimizer().learningRate()),
        start instanceof Zeros
            || start instanceof Ones
            || start instanceof Constant
            || anatomy.equalStart(),
        anatomy);
  }

  private static Setup of(TraceHistory trace) {
    String format = trace.start().boxFormat().toUpperCase(Locale.ROOT);
    Anatomy anatomy = new Anatomy(trace.start().layers());
    return new Setup(
        LossFamily.named(trace.start().loss()),
        format.isBlank()
            ? Optional.empty()
            : Optional.of(format.contains("XYXY") || format.contains("YXYX")),
        output(trace, anatomy.output()),
        trace.start().optimizer().toLowerCase(Locale.ROOT),
        trace.steps().stream()
            .mapToDouble(step -> step.learningRate())
            .filter(rate -> rate > 0)
            .max(),
        anatomy.equalStart(),
        anatomy);
  }

  /**
   * Layers may be told in another order than they are used in: numbers beyond one's range say so.
   */
  private static Output output(TraceHistory trace, Output last) {
    return trace
            .inputs()
            .flatMap(TraceEvent.Inputs::outputs)
            .filter(o -> !last.gives(o))
            .isPresent()
        ? Output.UNKNOWN
        : last;
  }

  private static boolean corners(BoxFormat format) {
    return format == BoxFormat.XYXY || format == BoxFormat.YXYX;
  }

  private static Output output(Network network) {
    List<String> from = network.last().inputs();
    Optional<Layer> before =
        network.nodes().stream()
            .filter(node -> node.name().equals(from.get(0)))
            .map(Node::layer)
            .findFirst();
    if (before.isEmpty()) {
      return Output.OTHER;
    }
    Layer layer = before.get();
    if (layer instanceof Sigmoid) {
      return Output.SIGMOID;
    }
    if (layer instanceof ReLU) {
      return Output.RELU;
    }
    if (layer instanceof Tanh) {
      return Output.TANH;
    }
    return layer instanceof Softmax ? Output.SOFTMAX : Output.OTHER;
  }
}
