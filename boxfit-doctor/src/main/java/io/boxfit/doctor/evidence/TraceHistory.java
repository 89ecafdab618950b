package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * A trace, sorted by what its events tell.
 *
 * @param start the first line
 * @param inputs what network and loss were given first, where it is told
 * @param steps those that were written, in order
 * @param probes in order
 * @param epochs in order
 * @param end absent while the run goes on, or where it was killed
 * @param forward what was seen when the network was first given a batch, where somebody looked
 * @param pulls in order; none where nobody looked
 * @param trained what the network said about samples it was trained with, in order; none where
 *     nobody asked
 * @param repeat what the network says when it is asked otherwise, where that was tried
 */
public record TraceHistory(
    TraceEvent.Start start,
    Optional<TraceEvent.Inputs> inputs,
    List<TraceEvent.Step> steps,
    List<TraceEvent.Probe> probes,
    List<TraceEvent.Epoch> epochs,
    Optional<TraceEvent.End> end,
    Optional<Look.Forward> forward,
    List<Look.Pull> pulls,
    List<Look.Trained> trained,
    Optional<Look.Repeat> repeat) {

  /** A loss that is so many times the first one has jumped. */
  public static final double JUMP = 1.5;

  private static final int FIRST = 20;
  private static final int SEEN = 5;

  /** Copies the lists. */
  public TraceHistory {
    steps = List.copyOf(steps);
    probes = List.copyOf(probes);
    epochs = List.copyOf(epochs);
    pulls = List.copyOf(pulls);
    trained = List.copyOf(trained);
  }

  /** Sorts events; empty where there is no first line. */
  public static Optional<TraceHistory> of(List<TraceEvent> events) {
    List<TraceEvent.Step> steps = all(events, TraceEvent.Step.class);
    List<TraceEvent.Probe> probes = all(events, TraceEvent.Probe.class);
    List<TraceEvent.Epoch> epochs = all(events, TraceEvent.Epoch.class);
    Optional<TraceEvent.End> end = all(events, TraceEvent.End.class).stream().findFirst();
    Optional<TraceEvent.Inputs> inputs = all(events, TraceEvent.Inputs.class).stream().findFirst();
    Optional<Look.Forward> forward = all(events, Look.Forward.class).stream().findFirst();
    List<Look.Pull> pulls = all(events, Look.Pull.class);
    List<Look.Trained> trained = all(events, Look.Trained.class);
    Optional<Look.Repeat> repeat = all(events, Look.Repeat.class).stream().findFirst();
    OrderOfUse order = OrderOfUse.of(forward);
    List<TraceEvent.Step> inOrder =
        steps.stream().map(step -> step.withLayers(sorted(order, step.layers()))).toList();
    return all(events, TraceEvent.Start.class).stream()
        .findFirst()
        .map(start -> start.withLayers(order.sorted(start.layers(), TraceEvent.Layer::name)))
        .map(
            start ->
                new TraceHistory(
                    start, inputs, inOrder, probes, epochs, end, forward, pulls, trained, repeat));
  }

  private static Map<String, TraceEvent.LayerState> sorted(
      OrderOfUse order, Map<String, TraceEvent.LayerState> states) {
    Map<String, TraceEvent.LayerState> sorted = new LinkedHashMap<>();
    order
        .sorted(List.copyOf(states.keySet()), Function.identity())
        .forEach(name -> sorted.put(name, states.get(name)));
    return sorted;
  }

  private static <T extends TraceEvent> List<T> all(List<TraceEvent> events, Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (TraceEvent event : events) {
      if (kind.isInstance(event)) {
        found.add(kind.cast(event));
      }
    }
    return found;
  }

  /** What the network said first. */
  public Optional<Predictions> first() {
    return probes.isEmpty() ? Optional.empty() : predictions(probes.get(0));
  }

  /** What the network said last. */
  public Optional<Predictions> last() {
    return probes.isEmpty() ? Optional.empty() : predictions(probes.get(probes.size() - 1));
  }

  /** What the network said at a probe, where the truth is a box; empty if it nowhere is. */
  public Optional<Predictions> predictions(TraceEvent.Probe probe) {
    List<Box> truth = new ArrayList<>();
    List<Box> predicted = new ArrayList<>();
    for (int i = 0; i < Math.min(probe.truth().size(), probe.predicted().size()); i++) {
      if (probe.truth().get(i).isProper()) {
        truth.add(probe.truth().get(i));
        predicted.add(probe.predicted().get(i));
      }
    }
    if (truth.isEmpty()) {
      return Optional.empty();
    }
    // Another framework's trace may not say how large its pictures are.
    int width = start.imageWidth() > 0 ? start.imageWidth() : extent(truth, Box::xMax);
    int height = start.imageHeight() > 0 ? start.imageHeight() : extent(truth, Box::yMax);
    return Optional.of(new Predictions(truth, predicted, width, height));
  }

  private static int extent(List<Box> boxes, ToDoubleFunction<Box> side) {
    return (int) Math.max(1, Math.ceil(boxes.stream().mapToDouble(side).max().orElse(1)));
  }

  /**
   * The step of the first probe from which on something held without a break until the last.
   *
   * @return empty if it does not hold at the last probe
   */
  public Optional<Long> heldSince(Predicate<Predictions> something) {
    Optional<Long> since = Optional.empty();
    for (int i = probes.size() - 1;
        i >= 0 && predictions(probes.get(i)).filter(something).isPresent();
        i--) {
      since = Optional.of(probes.get(i).step());
    }
    return since;
  }

  /**
   * The same training as it looked after some step, while it was still going on.
   *
   * @param step of the last event that is kept
   */
  public TraceHistory until(long step) {
    return new TraceHistory(
        start,
        inputs,
        steps.stream().filter(event -> event.step() <= step).toList(),
        probes.stream().filter(event -> event.step() <= step).toList(),
        epochs.stream().filter(event -> event.step() <= step).toList(),
        end.filter(event -> event.step() <= step),
        forward,
        pulls.stream().filter(event -> event.step() <= step).toList(),
        trained.stream().filter(event -> event.step() <= step).toList(),
        repeat.filter(event -> event.step() <= step));
  }

  /** Whether each sample was seen five times or more, as far as that is told. */
  public boolean sawSamplesAgain() {
    long done = steps.isEmpty() ? 0 : steps.get(steps.size() - 1).step();
    return start.samples() > 0 && done * start.batchSize() >= SEEN * start.samples();
  }

  /** Whether the probe's samples are none of those that are trained, as far as that is told. */
  public boolean keepsProbeBack() {
    return probes.stream().noneMatch(probe -> probe.split().equals("train"));
  }

  /** Whether the loss jumps up within the first twenty steps that were written. */
  public boolean jumpsAtFirst() {
    return steps.stream().limit(FIRST).anyMatch(step -> step.loss() > JUMP * steps.get(0).loss());
  }

  /** Steps that tell about layers. */
  public List<TraceEvent.Step> lookedAt() {
    return steps.stream().filter(step -> !step.layers().isEmpty()).toList();
  }
}
