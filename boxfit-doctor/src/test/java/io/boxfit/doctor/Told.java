package io.boxfit.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.LayerState;
import io.boxfit.core.trace.TraceEvent.Range;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

/** What the trace of another framework tells; each test changes one thing. */
final class Told {
  static final int STEPS = 200;
  static final Box MIDDLE = new Box(85, 35, 115, 65);
  private static final Range SCALED = new Range(-1, 1, 0);
  private static final Range SHARES = new Range(0, 1, 0.5);

  List<TraceEvent.Layer> layers = List.of(layer("conv", "Conv2d"), layer("fc", "Linear"));
  long samples;
  Range pixels = SCALED;
  long outOfRange;
  Range targets = SHARES;
  Range outputs = SHARES;
  IntToDoubleFunction loss = step -> 1.0 / (1 + step);
  double dead;
  double gradient = 0.5;
  IntToDoubleFunction gradientAt = step -> 1;

  /** Of some layers alone. */
  Map<String, Double> gradients = Map.of();

  Map<String, Double> updates = Map.of();

  IntToDoubleFunction norm = step -> 5;
  List<Box> said = Patients.predictions(3);
  boolean stopped;
  String lossName = "mse";
  long planned = STEPS;
  long noTargets;
  List<Long> targetShape = List.of(32L, 4L);
  boolean kept;
  List<Box> first = List.of();

  /** Asked at even distances between the first and the last. */
  List<List<Box>> between = List.of();

  String framework = "somebody's";
  String optimizer = "Adam";
  double rate = 0.001;
  IntToDoubleFunction moved = step -> 0.002;
  IntToDoubleFunction broken = step -> 0;

  /** What a recorder saw besides, given what the network says at the end. */
  Function<List<Box>, List<TraceEvent>> seen = boxes -> List.of();

  Diagnosis examined() {
    List<TraceEvent> events = new ArrayList<>();
    events.add(
        new TraceEvent.Start(
            framework,
            "",
            lossName,
            optimizer,
            "XYXY",
            Patients.WIDTH,
            Patients.HEIGHT,
            planned,
            32,
            samples,
            layers));
    events.add(probe(0, first()));
    events.add(
        new TraceEvent.Inputs(
            32,
            pixels,
            outOfRange,
            Optional.of(targets),
            Optional.empty(),
            0,
            Optional.of(outputs),
            noTargets,
            List.of(32L, 4L),
            targetShape));
    for (int step = 1; step <= STEPS; step++) {
      Map<String, LayerState> states = new LinkedHashMap<>();
      states.put("conv", state("conv", dead, step));
      states.put("fc", state("fc", 0, step));
      events.add(
          new TraceEvent.Step(
              step,
              1,
              step,
              loss.applyAsDouble(step),
              rate,
              states,
              OptionalDouble.empty(),
              step == 2 ? Optional.of(kept) : Optional.empty()));
    }
    for (int i = 0; i < between.size(); i++) {
      events.add(probe((i + 1) * STEPS / (between.size() + 1), between.get(i)));
    }
    events.add(probe(STEPS, said));
    events.addAll(seen.apply(said));
    events.add(
        new TraceEvent.End(
            STEPS,
            STEPS,
            "finished",
            OptionalDouble.empty(),
            stopped ? OptionalLong.of(STEPS) : OptionalLong.empty()));
    return Doctor.examine(Evidence.of(Optional.empty(), TraceHistory.of(events).orElseThrow()));
  }

  private static TraceEvent.Probe probe(long step, List<Box> said) {
    Predictions seen = new Predictions(Patients.truths(), said, Patients.WIDTH, Patients.HEIGHT);
    return new TraceEvent.Probe(
        step, "validation", seen.metrics().meanIou(), Patients.truths(), said);
  }

  List<Box> first() {
    return first.isEmpty() ? said : first;
  }

  /** Numbers of good boxes, changed. */
  static List<Box> changed(UnaryOperator<double[]> change) {
    return Patients.predictions(3).stream()
        .map(box -> change.apply(Patients.numbers(box)))
        .map(n -> new Box(n[0], n[1], n[2], n[3]))
        .toList();
  }

  Told still() {
    said = Patients.same(MIDDLE);
    return this;
  }

  private LayerState state(String name, double units, int step) {
    return new LayerState(
        gradients.getOrDefault(name, gradient * gradientAt.applyAsDouble(step)),
        updates.getOrDefault(name, moved.applyAsDouble(step)),
        (int) broken.applyAsDouble(step),
        OptionalDouble.of(units),
        OptionalDouble.empty(),
        OptionalDouble.of(norm.applyAsDouble(step)));
  }

  static TraceEvent.Layer layer(String name, String kind) {
    return new TraceEvent.Layer(
        name,
        kind,
        OptionalLong.of(64),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static TraceEvent.Layer part(String kind, long units, double share, double momentum) {
    return new TraceEvent.Layer(
        "it",
        kind,
        units > 0 ? OptionalLong.of(units) : OptionalLong.empty(),
        share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty(),
        momentum > 0 ? OptionalDouble.of(momentum) : OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  static Diagnosis sick(Condition expected, Told told) {
    Diagnosis diagnosis = told.examined();
    assertEquals(
        Optional.of(expected), diagnosis.root().map(Finding::condition), "" + diagnosis.findings());
    assertEquals(Verdict.SICK, diagnosis.verdict());
    return diagnosis;
  }

  /** Told of where boxes are poor, not where they are good; where they stand still, the root. */
  static void both(Condition expected, Told told) {
    livedWith(expected, told);
    told.said = Patients.predictions(1);
    assertTrue(
        told.examined().findings().stream().noneMatch(f -> f.condition() == expected),
        "" + told.examined().findings());
    sick(expected, told.still());
  }

  /** What learns in spite of it is told so, and is not sick. */
  static void livedWith(Condition expected, Told told) {
    Diagnosis diagnosis = told.examined();
    assertEquals(expected, diagnosis.findings().get(0).condition(), "" + diagnosis.findings());
    assertTrue(diagnosis.verdict() != Verdict.SICK, "" + diagnosis);
    assertTrue(diagnosis.root().isEmpty(), "" + diagnosis);
  }
}
