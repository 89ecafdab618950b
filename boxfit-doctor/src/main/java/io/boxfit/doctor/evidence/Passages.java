package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.Look.Passed;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.network.LayerOutline;
import io.boxfit.model.recipe.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a batch went through a network, by the shapes of what layers are given and give.
 *
 * @param layers in the order of use
 * @param pools names of those that are pools
 */
public record Passages(List<Passed> layers, List<String> pools) {
  /** Samples, channels, rows, columns. */
  private static final int MAPS = 4;

  private static final long HEAD = 4;

  /** Copies the lists. */
  public Passages {
    layers = List.copyOf(layers);
    pools = List.copyOf(pools);
  }

  /** Of a recipe, or of a training; empty where nobody looked. */
  public static Optional<Passages> of(Evidence evidence) {
    return evidence
        .recipe()
        .map(Recipe::network)
        .map(network -> of(LayerOutline.passed(network, 1), LayerOutline.of(network)))
        .or(() -> evidence.trace().flatMap(Passages::of));
  }

  private static Optional<Passages> of(TraceHistory trace) {
    return trace
        .forward()
        .filter(told -> !told.layers().isEmpty())
        .map(told -> of(told.layers(), trace.start().layers()));
  }

  private static Passages of(List<Passed> way, List<TraceEvent.Layer> layers) {
    List<String> pools =
        layers.stream()
            .filter(layer -> isPool(layer.kind().toLowerCase(Locale.ROOT)))
            .map(TraceEvent.Layer::name)
            .toList();
    return new Passages(way, pools);
  }

  /** A marginal sums a map up along one axis. */
  private static boolean isPool(String kind) {
    return kind.contains("pool") || kind.contains("marginal");
  }

  /**
   * Maps of which few places are left, without a layer that weighs them.
   *
   * @param at the layer behind which, or within which, it comes about
   * @param before so many places
   * @param left so many
   * @param axis whether these are those of one axis, the other one being gone
   */
  public record Lost(String at, long before, long left, boolean axis) {}

  /**
   * The first maps of which at most so many places go on, or one of their axes, a quarter of the
   * places or fewer.
   */
  public Optional<Lost> lost(long most) {
    for (int i = 0; i < layers.size(); i++) {
      int next = i + 1;
      Optional<Lost> found =
          Stream.of(within(layers.get(i)), behind(i))
              .flatMap(Optional::stream)
              .filter(lost -> lost.left() <= most || (lost.axis() && !bothAxes()))
              .filter(lost -> !goesOnBeside(next, lost.left()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The last layer with numbers of its own, if it alone gives fewer than a box has. */
  public Optional<Passed> shortEnd(List<String> kernels) {
    List<Passed> weighing =
        layers.stream().filter(layer -> kernels.contains(layer.name())).toList();
    List<Passed> few = weighing.stream().filter(layer -> !holdsBox(layer.gives())).toList();
    return few.size() == 1 && few.get(0).equals(weighing.get(weighing.size() - 1))
        ? Optional.of(few.get(0))
        : Optional.empty();
  }

  /** A squeezed map may only weigh another one. */
  private boolean goesOnBeside(int from, long left) {
    return layers.stream()
        .skip(from)
        .anyMatch(layer -> layer.given().size() == MAPS && places(layer.given()) > left);
  }

  private Optional<Lost> within(Passed layer) {
    return pools.contains(layer.name())
        ? alongOne(layer).or(() -> lost(layer, layer.given(), layer.gives()))
        : Optional.empty();
  }

  private Optional<Lost> behind(int index) {
    Passed layer = layers.get(index);
    return index + 1 < layers.size()
        ? lost(layer, layer.gives(), layers.get(index + 1).given())
        : Optional.empty();
  }

  /** Maps that are summed up along one axis and along the other one are whole together. */
  private boolean bothAxes() {
    return layers.stream()
            .filter(layer -> pools.contains(layer.name()))
            .filter(layer -> alongOne(layer).isPresent())
            .count()
        > 1;
  }

  /** A pool along one axis gives samples, channels and the places of the other axis. */
  private static Optional<Lost> alongOne(Passed pool) {
    List<Long> maps = pool.given();
    List<Long> gives = pool.gives();
    return maps.size() == MAPS && gives.size() == MAPS - 1 && alongOne(maps, gives.get(2))
        ? Optional.of(new Lost(pool.name(), places(maps), gives.get(2), true))
        : Optional.empty();
  }

  /** Whether one axis of a map is left, and the other is gone. */
  private static boolean alongOne(List<Long> maps, long left) {
    return maps.get(2) == left || maps.get(MAPS - 1) == left;
  }

  private static Optional<Lost> lost(Passed layer, List<Long> maps, List<Long> next) {
    if (maps.size() != MAPS || next.isEmpty() || !next.get(0).equals(maps.get(0))) {
      return Optional.empty();
    }
    long channels = Math.max(1, maps.get(1));
    long left = perSample(next) / channels;
    boolean all = left > 0 && perSample(next) % channels == 0;
    return all && places(maps) >= HEAD * left
        ? Optional.of(new Lost(layer.name(), places(maps), left, axisGone(maps, next, left)))
        : Optional.empty();
  }

  /** Where a map was flattened its places do not tell one of 2x2 from an axis of 4x4. */
  private static boolean axisGone(List<Long> maps, List<Long> next, long left) {
    boolean squeezed =
        next.size() == MAPS
            ? next.get(2) == 1 || next.get(MAPS - 1) == 1
            : next.size() == MAPS - 1 || places(maps) != HEAD * left;
    return alongOne(maps, left) && squeezed;
  }

  private static long places(List<Long> maps) {
    return maps.get(2) * maps.get(MAPS - 1);
  }

  /**
   * A layer that makes more of fewer than four numbers a sample. One that gives few may be a head
   * of its own beside another one.
   */
  public Optional<Passed> narrow() {
    return layers.stream()
        .filter(layer -> layer.given().size() > 1 && !holdsBox(layer.given()))
        .filter(layer -> perSample(layer.gives()) > perSample(layer.given()))
        .findFirst();
  }

  /** Names of what a batch goes through behind the last layer with numbers of its own. */
  public List<String> behindLast(List<String> kernels) {
    List<String> names = layers.stream().map(Passed::name).toList();
    int last =
        IntStream.range(0, names.size())
            .filter(i -> kernels.contains(names.get(i)))
            .reduce(names.size(), (before, i) -> i);
    return last < names.size() ? names.subList(last + 1, names.size()) : List.of();
  }

  /** A pool that leaves no more than a box has, before the last layer with numbers of its own. */
  public Optional<Passed> squeezing(List<String> kernels) {
    return IntStream.range(0, layers.size())
        .filter(i -> pools.contains(layers.get(i).name()))
        .filter(i -> layers.get(i).gives().size() == MAPS)
        .filter(i -> perSample(layers.get(i).gives()) <= HEAD)
        .filter(i -> layers.stream().skip(i + 1L).anyMatch(layer -> kernels.contains(layer.name())))
        .filter(i -> !goesOnBeside(i + 1, places(layers.get(i).gives())))
        .mapToObj(layers::get)
        .findFirst();
  }

  /** Whether numbers of a shape, the batch first, are at least four a sample. */
  public static boolean holdsBox(List<Long> shape) {
    return perSample(shape) >= HEAD;
  }

  private static long perSample(List<Long> shape) {
    return shape.stream().skip(1).reduce(1L, (a, b) -> a * b);
  }
}
