package io.boxfit.doctor;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.TraceHistory;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Evidence to examine: 200 pictures of 200x100 with an object of 15 to 40 px each. */
final class Patients {
  static final int WIDTH = 200;
  static final int HEIGHT = 100;
  static final Reading CORNERS = new Reading(Layout.XYXY, Scale.PIXELS);

  private Patients() {}

  static List<Box> truths() {
    RandomStream random = new Seed(5).stream("truths");
    return IntStream.range(0, 200)
        .mapToObj(
            i -> {
              double width = 15 + 25 * random.nextDouble();
              double height = 15 + 25 * random.nextDouble();
              double x = (WIDTH - width) * random.nextDouble();
              double y = (HEIGHT - height) * random.nextDouble();
              return new Box(x, y, x + width, y + height);
            })
        .toList();
  }

  /** What a network says that is some pixels off on each side. */
  static List<Box> predictions(double pixels) {
    RandomStream random = new Seed(6).stream("errors");
    return truths().stream()
        .map(
            box ->
                new Box(
                    box.xMin() + pixels * (2 * random.nextDouble() - 1),
                    box.yMin() + pixels * (2 * random.nextDouble() - 1),
                    box.xMax() + pixels * (2 * random.nextDouble() - 1),
                    box.yMax() + pixels * (2 * random.nextDouble() - 1)))
        .toList();
  }

  static double[] numbers(Box box) {
    return new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
  }

  /** Good predictions whose numbers somebody changed. */
  static Evidence changed(UnaryOperator<double[]> change) {
    return numbers(predictions(3).stream().map(Patients::numbers).map(change).toList());
  }

  static Evidence numbers(List<double[]> rows) {
    return Evidence.of(new NumberAudit(rows, truths(), CORNERS, WIDTH, HEIGHT));
  }

  /** A training whose loss and probes somebody says, a layer that moves by a thousandth a step. */
  static Evidence training(
      String loss, String optimizer, double rate, double[] losses, List<List<Box>> probes) {
    List<TraceEvent> events = new ArrayList<>();
    events.add(
        new TraceEvent.Start(
            "somebody's", "", loss, optimizer, "XYXY", WIDTH, HEIGHT, losses.length, 32));
    for (int step = 0; step < losses.length; step++) {
      if (step * probes.size() % losses.length < probes.size()) {
        events.add(probe(step, probes.get(step * probes.size() / losses.length)));
      }
      TraceEvent.LayerState layer = new TraceEvent.LayerState(0.5, rate, 0);
      events.add(
          new TraceEvent.Step(step + 1, 1, step, losses[step], 0.001, Map.of("conv", layer)));
    }
    events.add(probe(losses.length, probes.get(probes.size() - 1)));
    return Evidence.of(Optional.empty(), TraceHistory.of(events).orElseThrow());
  }

  private static TraceEvent.Probe probe(long step, List<Box> predicted) {
    return new TraceEvent.Probe(step, "validation", 0, truths(), predicted);
  }

  static double[] falling(int steps) {
    return IntStream.range(0, steps).mapToDouble(step -> 1.0 / (1 + step)).toArray();
  }

  static List<Box> same(Box box) {
    return truths().stream().map(truth -> box).toList();
  }
}
