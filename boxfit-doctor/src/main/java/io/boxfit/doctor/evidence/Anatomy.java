package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.TraceEvent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What a network is built of, in the words of whatever framework.
 *
 * @param layers in the order of the network; none where it was not told
 */
public record Anatomy(List<TraceEvent.Layer> layers) {
  /** A layer of less than this gain lets next to nothing through. */
  public static final double TINY_GAIN = 0.02;

  /** A layer of Boxfit that reads four numbers as a box. */
  private static final String READS_BOXES = "boxhead";

  private static final long HEAD = 4;
  private static final String OWN = "parameter";

  /** A gain of rounding alone. */
  private static final double EQUAL = 1e-6;

  /** Nobody told. */
  public static final Anatomy UNKNOWN = new Anatomy(List.of());

  /** Copies the list. */
  public Anatomy {
    layers = List.copyOf(layers);
  }

  /**
   * What the four numbers go through last. A softmax is not believed from a list of layers, which
   * may stand in another order than they are used in: its numbers show it.
   */
  Output output() {
    List<TraceEvent.Layer> real = real();
    return real.isEmpty() ? Output.UNKNOWN : Output.named(real.get(real.size() - 1).kind());
  }

  private List<TraceEvent.Layer> real() {
    return layers.stream().filter(layer -> !kind(layer).equals(READS_BOXES)).toList();
  }

  /** The layer of a name. */
  public Optional<TraceEvent.Layer> named(String name) {
    return layers.stream().filter(layer -> layer.name().equals(name)).findFirst();
  }

  /** Names of its layers with a kernel. */
  public List<String> kernels() {
    return layers.stream()
        .filter(layer -> layer.gain().isPresent() && !kind(layer).equals(OWN))
        .map(TraceEvent.Layer::name)
        .toList();
  }

  /** Whether all first weights of some layer before the last, which is no head, are one number. */
  boolean equalStart() {
    return hidden().stream().anyMatch(gain -> gain < EQUAL);
  }

  /**
   * The least gain of the first weights of a layer before the last, whose small weights may be
   * meant so; empty where gains were not told.
   */
  public OptionalDouble leastGain() {
    return hidden().stream().mapToDouble(gain -> gain).min();
  }

  /** The largest gain of the first weights of a layer. */
  public OptionalDouble largestGain() {
    return layers.stream()
        .mapToDouble(layer -> layer.gain().orElse(Double.NaN))
        .filter(Double::isFinite)
        .max();
  }

  /** The middle one of these gains. */
  public OptionalDouble middleGain() {
    List<Double> gains = hidden();
    return gains.stream().mapToDouble(gain -> gain).sorted().skip(gains.size() / 2).findFirst();
  }

  /** A layer before the last, and no head, of which at least such a share of units are copies. */
  public Optional<TraceEvent.Layer> copied(double least) {
    List<TraceEvent.Layer> told =
        layers.stream().filter(layer -> layer.copies().isPresent()).toList();
    return told.stream()
        .limit(Math.max(0, told.size() - 1))
        .filter(layer -> layer.units().orElse(Long.MAX_VALUE) > HEAD)
        .filter(layer -> layer.copies().orElseThrow() >= least)
        .findFirst();
  }

  /** Layers of four outputs and fewer are heads, wherever they are told. */
  private List<Double> hidden() {
    List<TraceEvent.Layer> told =
        layers.stream().filter(layer -> Double.isFinite(layer.gain().orElse(Double.NaN))).toList();
    return told.stream()
        .limit(Math.max(0, told.size() - 1))
        .filter(layer -> layer.units().orElse(Long.MAX_VALUE) > HEAD)
        // What a program holds itself may be an offset or a position, which begin at zero.
        .filter(layer -> !kind(layer).equals(OWN))
        .map(layer -> layer.gain().orElseThrow())
        .toList();
  }

  /** Whether the first layer brings what it is given to a size of its own. */
  public boolean scalesFirst() {
    return layers.stream()
        .limit(1)
        .map(Anatomy::kind)
        .anyMatch(
            kind -> kind.contains("norm") || kind.contains("rescaling") || kind.contains("scale"));
  }

  /** Whether activations that flatten out at both ends stand between its layers. */
  public boolean flattens() {
    return real().stream().limit(Math.max(0, real().size() - 1)).anyMatch(Anatomy::flattens);
  }

  private static boolean flattens(TraceEvent.Layer layer) {
    return switch (Output.named(layer.kind())) {
      case SIGMOID, TANH -> true;
      default -> false;
    };
  }

  /** A pool that leaves one place of the whole map, if there is one. */
  public Optional<TraceEvent.Layer> globalPool() {
    return layers.stream()
        .filter(
            layer ->
                kind(layer).startsWith("global")
                    || (kind(layer).startsWith("adaptive") && layer.units().orElse(0) == 1))
        .findFirst();
  }

  /** The largest share that a dropout sets to zero. */
  public OptionalDouble dropout() {
    return layers.stream()
        .filter(layer -> layer.share().isPresent())
        .mapToDouble(layer -> layer.share().orElseThrow())
        .max();
  }

  /** The share that all dropouts, one after another, set to zero; 0 where there is none. */
  public double dropped() {
    return 1
        - layers.stream()
            .mapToDouble(layer -> 1 - layer.share().orElse(0))
            .reduce(1, (a, b) -> a * b);
  }

  /** Whether maps are known to be spread out into numbers of their own, place by place. */
  public boolean flattensMaps() {
    return layers.stream().anyMatch(layer -> kind(layer).contains("flatten"));
  }

  /** Whether it is told and has a batch norm. */
  public boolean hasBatchNorm() {
    return layers.stream().anyMatch(layer -> kind(layer).startsWith("batchnorm"));
  }

  /** The least that a batch norm keeps of its moving statistics in one step. */
  public OptionalDouble leastMomentum() {
    return layers.stream().flatMapToDouble(layer -> layer.momentum().stream()).min();
  }

  /** The most that a batch norm keeps of its moving statistics in one step. */
  public OptionalDouble momentum() {
    return layers.stream()
        .filter(layer -> layer.momentum().isPresent())
        .mapToDouble(layer -> layer.momentum().orElseThrow())
        .max();
  }

  /** The dense layer with the fewest outputs before the last one. */
  public Optional<TraceEvent.Layer> narrowest() {
    List<TraceEvent.Layer> dense =
        layers.stream()
            .filter(layer -> kind(layer).equals("dense") || kind(layer).equals("linear"))
            .filter(layer -> layer.units().isPresent())
            .toList();
    return IntStream.range(0, Math.max(0, dense.size() - 1))
        .mapToObj(dense::get)
        .min((a, b) -> Long.compare(a.units().orElseThrow(), b.units().orElseThrow()));
  }

  private static String kind(TraceEvent.Layer layer) {
    return layer.kind().toLowerCase(Locale.ROOT);
  }
}
