package io.boxfit.bench.doctor.peer;

import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A training that is made up, healthy as long as nothing is changed: 200 steps, a probe of 100
 * pictures of 100x100 after each tenth, a loss that falls, ever more boxes that are right.
 */
final class MadeUp {
  static final int STEPS = 200;
  static final int PROBES = 20;
  static final List<Box> TRUTH =
      IntStream.range(0, 100)
          .mapToObj(i -> new Box(10 + i % 20, 15 + i % 13, 70 + i % 30, 40 + i % 20))
          .toList();
  private static final TraceEvent.LayerState CALM = new TraceEvent.LayerState(0.5, 0.003, 0);

  private IntToDoubleFunction loss = step -> Math.exp(-0.01 * step);
  private double rate = 0.001;
  private BiFunction<Integer, String, TraceEvent.LayerState> layer = (step, name) -> CALM;
  private IntFunction<List<Box>> said = probe -> right(0.3 + 0.03 * probe);
  private TraceEvent.Range pixels = new TraceEvent.Range(0, 1, 0.1);
  private TraceEvent.Range targets = new TraceEvent.Range(0.1, 0.99, 0.5);
  private int height = 100;
  private final List<TraceEvent.Epoch> epochs = new ArrayList<>();
  private Optional<Recipe> recipe = Optional.empty();
  private List<WeightFigures> weights =
      List.of(new WeightFigures("conv", 0, 0.02), new WeightFigures("dense", 0, 0.02));

  static Observed healthy() {
    return new MadeUp().observed();
  }

  /** The loss of each step from 1. */
  MadeUp loss(IntToDoubleFunction of) {
    loss = of;
    return this;
  }

  MadeUp rate(double of) {
    rate = of;
    return this;
  }

  /** The state of {@code conv} and of {@code dense} at each step. */
  MadeUp layer(BiFunction<Integer, String, TraceEvent.LayerState> of) {
    layer = of;
    return this;
  }

  /** One state of a layer at all steps, the other healthy. */
  MadeUp layer(String name, TraceEvent.LayerState state) {
    return layer((step, other) -> other.equals(name) ? state : CALM);
  }

  /** Share of right answers at each probe from 1. */
  MadeUp accuracy(IntToDoubleFunction share) {
    return said(probe -> right(share.applyAsDouble(probe)));
  }

  MadeUp said(IntFunction<List<Box>> boxes) {
    said = boxes;
    return this;
  }

  MadeUp pixels(double min, double max, double mean) {
    pixels = new TraceEvent.Range(min, max, mean);
    return this;
  }

  MadeUp targets(double min, double max) {
    targets = new TraceEvent.Range(min, max, (min + max) / 2);
    return this;
  }

  MadeUp height(int of) {
    height = of;
    return this;
  }

  MadeUp epoch(double meanLoss, double validationLoss) {
    int number = epochs.size() + 1;
    epochs.add(
        new TraceEvent.Epoch(
            number, STEPS, meanLoss, OptionalDouble.of(validationLoss), OptionalDouble.empty()));
    return this;
  }

  MadeUp weights(double variance) {
    weights = List.of(new WeightFigures("conv", 0, variance));
    return this;
  }

  /** A recipe of this network for pictures of 100x100, with its first weights. */
  MadeUp network(String layers, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.add("network=[" + layers + "]");
    all.add("input={width: 100, height: 100}");
    recipe = Optional.of(Recipes.load("article", all));
    weights = WeightFigures.of(recipe.get());
    return this;
  }

  Observed observed() {
    List<TraceEvent> events = new ArrayList<>();
    events.add(new TraceEvent.Start("", "", "mse", "Adam", "XYXY", 100, height, STEPS, 32));
    BoxEncoding shares = new BoxEncoding(BoxFormat.XYXY, BoxUnit.RELATIVE);
    events.add(
        new TraceEvent.Inputs(
            32, pixels, 0, Optional.of(targets), Optional.of(shares), 0, Optional.empty()));
    events.add(probe(0, right(0.5)));
    for (int step = 1; step <= STEPS; step++) {
      Map<String, TraceEvent.LayerState> layers = new LinkedHashMap<>();
      for (String name : List.of("conv", "dense")) {
        layers.put(name, layer.apply(step, name));
      }
      events.add(new TraceEvent.Step(step, 1, step, loss.applyAsDouble(step), rate, layers));
      if (step % (STEPS / PROBES) == 0) {
        events.add(probe(step, said.apply(step * PROBES / STEPS)));
      }
    }
    events.addAll(epochs);
    return new Observed(TraceHistory.of(events).orElseThrow(), recipe, weights);
  }

  /** As many right boxes; the others have x and y swapped, so that another number is largest. */
  static List<Box> right(double share) {
    return IntStream.range(0, TRUTH.size())
        .mapToObj(
            i -> {
              Box box = TRUTH.get(i);
              return i < share * TRUTH.size()
                  ? box
                  : new Box(box.yMin(), box.xMin(), box.yMax(), box.xMax());
            })
        .toList();
  }

  static List<Box> same(Box box) {
    return TRUTH.stream().map(truth -> box).toList();
  }

  static List<String> rules(Peer peer, Observed training) {
    return peer.examine(training).stream().map(Complaint::rule).toList();
  }

  private static TraceEvent.Probe probe(long step, List<Box> predicted) {
    double iou =
        IntStream.range(0, TRUTH.size())
            .mapToDouble(i -> new Iou().of(predicted.get(i), TRUTH.get(i)))
            .average()
            .orElseThrow();
    return new TraceEvent.Probe(step, "validation", iou, TRUTH, predicted);
  }
}
