package io.boxfit.doctor;

import static io.boxfit.doctor.Told.both;
import static io.boxfit.doctor.Told.layer;
import static io.boxfit.doctor.Told.livedWith;
import static io.boxfit.doctor.Told.part;
import static io.boxfit.doctor.Told.sick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.Range;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.diagnosis.Finding;
import io.boxfit.doctor.evidence.AskedOtherwise;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a recorder that looks into the network, and asks it otherwise, lets the doctor see. */
class LookedIntoTest {
  private static final Range SHARES = new Range(0, 1, 0.5);
  private static final Range WITHIN = new Range(0.001, 1, 0.5);
  private static final Range CENTRED = new Range(-1, 1, 0);

  /** The same boxes, each moved by so much, to and fro. */
  private static List<Box> shaken(List<Box> boxes, double by) {
    List<Box> shaken = new ArrayList<>();
    for (Box box : boxes) {
      double way = shaken.size() % 2 == 0 ? by : -by;
      shaken.add(new Box(box.xMin() + way, box.yMin() + way, box.xMax() + way, box.yMax() + way));
    }
    return shaken;
  }

  private static Told asked(UnaryOperator<Look.Repeat> otherwise) {
    Told told = new Told();
    told.seen =
        said ->
            List.of(
                otherwise.apply(
                    new Look.Repeat(Told.STEPS, said, said, said, said, List.of(), List.of())));
    return told;
  }

  @Test
  void dropoutOfWhateverName() {
    both(
        Condition.DROPOUT_TOO_HIGH,
        asked(
            r ->
                new Look.Repeat(
                    r.step(),
                    r.use(),
                    shaken(r.use(), 10),
                    shaken(r.use(), -10),
                    r.use(),
                    List.of(),
                    List.of())));
  }

  @Test
  void boxesThatAreAsUncertainAsALittleDropoutMakesThem() {
    Told told =
        asked(
            r ->
                new Look.Repeat(
                    r.step(),
                    r.use(),
                    shaken(r.use(), 10),
                    shaken(r.use(), -10),
                    r.use(),
                    List.of(),
                    List.of()));
    told.layers = List.of(part("Dropout", 0, 0.3, 0), layer("fc", "Linear"));
    assertTrue(
        told.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.DROPOUT_TOO_HIGH));
    told.layers = List.of(part("Dropout", 0, 0.55, 0), layer("fc", "Linear"));
    sick(Condition.DROPOUT_TOO_HIGH, told);
  }

  @Test
  void dropoutThatGoesOnInUse() {
    Told told =
        asked(
            r ->
                new Look.Repeat(
                    r.step(),
                    shaken(r.use(), 4),
                    r.use(),
                    r.use(),
                    shaken(r.use(), -4),
                    List.of(),
                    List.of()));
    both(Condition.DROPOUT_TOO_HIGH, told);
    assertTrue(
        told.examined().root().orElseThrow().evidence().contains("in use"), "" + told.examined());
  }

  @Test
  void statisticsThatAreNotThoseOfTheTraining() {
    Told told = new Told();
    told.seen =
        said ->
            List.of(
                new Look.Repeat(
                    Told.STEPS,
                    said,
                    Patients.predictions(1),
                    Patients.predictions(1),
                    said,
                    List.of(),
                    List.of()));
    sick(Condition.BATCH_NORM_NOT_SETTLED, told.still());
  }

  @Test
  void samplesThatAreMixed() {
    Told told =
        asked(
            r ->
                new Look.Repeat(
                    r.step(), r.use(), r.use(), r.use(), shaken(r.use(), 8), List.of(), List.of()));
    livedWith(Condition.SAMPLES_MIXED, told);
    told.said = new ArrayList<>(Patients.predictions(3));
    Collections.rotate(told.said, 1);
    sick(Condition.SAMPLES_MIXED, told);
    assertTrue(
        told.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.SAMPLES_MIXED),
        "a box that stands still stands still in any order");
  }

  /** The figures of a picture of 200 by 100 that was moved by 25 and 12, by hand. */
  @Test
  void answersAreCompared() {
    List<Box> truth = List.of(new Box(10, 10, 30, 30), new Box(50, 50, 70, 70));
    List<Box> off = List.of(new Box(12, 10, 32, 30), new Box(52, 50, 72, 70));
    List<Box> moved = List.of(new Box(22, 16, 42, 36), new Box(62, 56, 82, 76));
    TraceHistory trace =
        TraceHistory.of(
                List.of(
                    new TraceEvent.Start("", "", "", "", "XYXY", 200, 100, 1, 2),
                    new TraceEvent.Probe(1, "", 1, truth, truth),
                    new Look.Repeat(1, truth, off, truth, truth, moved, List.of(24.0, 12.0))))
            .orElseThrow();
    AskedOtherwise asked = AskedOtherwise.of(trace).orElseThrow();
    // Sides lie 20 px from their mean; off by 2 px in two of four sides.
    double off2 = Math.sqrt(2) / 20;
    assertEquals(off2, asked.noise(), 1e-12);
    assertEquals(off2, asked.apart(), 1e-12);
    assertEquals(off2, asked.errorInTraining(), 1e-12);
    assertEquals(0, asked.errorInUse());
    assertEquals(0, asked.repeated());
    assertEquals(0.5, asked.across().orElseThrow(), 1e-12);
    assertEquals(0.5, asked.down().orElseThrow(), 1e-12);
  }

  private static Told pulled(
      List<Double> gradient, double size, double slope, double held, Range outputs) {
    Told told = new Told();
    told.layers = told.layers.stream().map(layer -> layer.withGain(1)).toList();
    told.outputs = outputs;
    told.first = Patients.predictions(20);
    told.seen =
        said ->
            IntStream.rangeClosed(1, 12)
                .<TraceEvent>mapToObj(
                    step ->
                        new Look.Pull(
                            step,
                            gradient,
                            0,
                            Optional.of(new Range(-size, size, 0)),
                            OptionalDouble.of(slope),
                            OptionalDouble.of(held)))
                .toList();
    return told;
  }

  @Test
  void outputsThatAreHeld() {
    List<Double> all = List.of(0.1, 0.1, 0.1, 0.1);
    both(Condition.DEAD_OUTPUT, pulled(all, 1, 1, 0.4, SHARES));
    both(Condition.SATURATED_OUTPUT, pulled(all, 1, 40, 0, WITHIN));
    both(Condition.SATURATED_OUTPUT, pulled(all, 30, 0.001, 0.3, WITHIN));
    Told border = pulled(all, 30, 0.001, 0.3, WITHIN);
    border.said = Patients.same(new Box(0, 0, 200, 100));
    List<Finding> told = border.examined().findings();
    assertEquals(
        1,
        Stream.concat(told.stream(), told.stream().flatMap(f -> f.consequences().stream()))
            .filter(f -> f.condition() == Condition.SATURATED_OUTPUT)
            .count(),
        "two rules see it, and it is told once: " + told);
    Diagnosis scaled = pulled(all, 1, 40, 0, CENTRED).examined();
    assertTrue(
        scaled.findings().stream().noneMatch(f -> f.condition() == Condition.SATURATED_OUTPUT),
        "outputs in another unit may be steep: " + scaled.findings());
  }

  @Test
  void outputsThatTheLossDoesNotLookAt() {
    Told told = pulled(List.of(0.1, 0.1, 0.0, 0.0), 1, 0.25, 0, SHARES);
    Diagnosis diagnosis = told.examined();
    assertEquals(Condition.SIDE_WITHOUT_LOSS, diagnosis.root().orElseThrow().condition());
    assertTrue(diagnosis.root().orElseThrow().evidence().contains("output 3, 4 of the four"));
  }

  /** Squares of 0.04 and then of 0.01: their roots are 0.2 and 0.1, the pull stays. */
  @Test
  void pullsThatCancelOut() {
    Told told = new Told();
    told.loss = step -> 0.04;
    told.first = Patients.predictions(20);
    told.seen = said -> pulls(step -> step == 1 ? 0.1 : 0.04);
    sick(Condition.TARGETS_BROADCAST, told.still());
    told.seen = said -> pulls(step -> 0.1);
    assertTrue(
        told.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.TARGETS_BROADCAST));
  }

  private static List<TraceEvent> pulls(IntToDoubleFunction gradient) {
    return IntStream.rangeClosed(1, 20)
        .<TraceEvent>mapToObj(
            step ->
                new Look.Pull(
                    step,
                    Collections.nCopies(4, gradient.applyAsDouble(step)),
                    0,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.empty()))
        .toList();
  }

  @Test
  void nothingMovesThoughTheLossPulls() {
    Told told = new Told();
    told.seen = said -> pulls(step -> 0.1);
    told.first = told.still().said;
    Diagnosis diagnosis = sick(Condition.LAYERS_NOT_TRAINED, told);
    assertTrue(diagnosis.root().orElseThrow().evidence().contains("the optimiser moves nothing"));
    told.first = Patients.same(new Box(85, 35, 115, 65.5));
    assertTrue(
        told.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.LAYERS_NOT_TRAINED));
  }

  @Test
  void softmaxOverTheBatch() {
    Told told = new Told();
    told.outputs = new Range(0.01, 0.2, 1.0 / 32);
    sick(Condition.SOFTMAX_OUTPUT, told.still());
  }

  @Test
  void lossesThatMakeBoxesWorse() {
    Told negative = new Told();
    negative.loss = step -> -0.01 * step;
    sick(Condition.LOSS_UPSIDE_DOWN, negative.still());
    Told overlap = new Told();
    overlap.lossName = "IoU";
    overlap.loss = step -> 0.1 / step;
    sick(Condition.LOSS_UPSIDE_DOWN, overlap.still());
    overlap.first = Patients.same(new Box(20, 20, 10, 10));
    assertTrue(
        overlap.examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.LOSS_UPSIDE_DOWN),
        "inverted boxes cost anything");
    Told distance = new Told();
    distance.lossName = "IoU";
    distance.loss = step -> 0.9;
    assertTrue(
        distance.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.LOSS_UPSIDE_DOWN));
  }

  private static Told forward(Look.Forward forward) {
    Told told = new Told();
    told.layers = told.layers.stream().map(layer -> layer.withGain(1)).toList();
    told.seen = said -> List.of(forward);
    return told;
  }

  private static Look.Forward way(Look.Passed... layers) {
    return new Look.Forward(
        List.of(layers),
        List.of(),
        OptionalDouble.of(0.5),
        Map.of(),
        Optional.of(CENTRED),
        List.of());
  }

  private static Look.Passed passed(String name, List<Long> given, List<Long> gives) {
    return new Look.Passed(name, given, gives, OptionalDouble.empty());
  }

  private static final Look.Passed CONV =
      passed("conv", List.of(32L, 1L, 100L, 200L), List.of(32L, 16L, 6L, 8L));

  @Test
  void placesThatGetLostBetweenLayers() {
    both(
        Condition.POSITION_LOST,
        forward(way(CONV, passed("fc", List.of(32L, 16L), List.of(32L, 4L)))));
    Told flat = forward(way(CONV, passed("fc", List.of(32L, 768L), List.of(32L, 4L))));
    assertTrue(
        flat.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.POSITION_LOST));
    Told squeezed =
        forward(
            way(
                CONV,
                passed("squeeze", List.of(32L, 16L), List.of(32L, 16L)),
                passed("next", List.of(32L, 16L, 6L, 8L), List.of(32L, 16L, 6L, 8L)),
                passed("fc", List.of(32L, 768L), List.of(32L, 4L))));
    assertTrue(
        squeezed.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.POSITION_LOST),
        "a squeezed map weighs another one");
  }

  @Test
  void aSmallerMapIsNoAxisThatIsGone() {
    both(
        Condition.POSITION_LOST,
        forward(way(CONV, passed("fc", List.of(32L, 128L), List.of(32L, 4L)))));
    Told smaller =
        forward(
            way(
                passed("conv", List.of(32L, 1L, 100L, 200L), List.of(32L, 16L, 4L, 4L)),
                passed("fc", List.of(32L, 64L), List.of(32L, 4L))));
    assertTrue(
        smaller.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.POSITION_LOST),
        "2x2 of 4x4 places");
  }

  @Test
  void fewerNumbersThanABoxHas() {
    both(
        Condition.HEAD_TOO_SMALL,
        forward(
            way(
                CONV,
                passed("narrow", List.of(32L, 768L), List.of(32L, 2L)),
                passed("fc", List.of(32L, 2L), List.of(32L, 4L)))));
    Told heads =
        forward(
            way(
                CONV,
                passed("centre", List.of(32L, 768L), List.of(32L, 2L)),
                passed("size", List.of(32L, 768L), List.of(32L, 2L))));
    heads.layers =
        List.of(Told.layer("conv", "Conv2d"), part("Linear", 2, 0, 0), part("Linear", 2, 0, 0));
    assertTrue(
        heads.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.HEAD_TOO_SMALL),
        "two heads of two numbers each make a box");
  }

  @Test
  void fourNumbersBehindAPool() {
    Told told = pooled(1);
    both(Condition.HEAD_TOO_SMALL, told);
    assertTrue(
        pooled(16).still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.HEAD_TOO_SMALL));
  }

  /** Four places of so many channels. */
  private static Told pooled(long channels) {
    Told told =
        forward(
            way(
                passed("conv", List.of(32L, 1L, 100L, 200L), List.of(32L, channels, 6L, 8L)),
                passed("pool", List.of(32L, channels, 6L, 8L), List.of(32L, channels, 2L, 2L)),
                passed("fc", List.of(32L, 4 * channels), List.of(32L, 4L))));
    told.layers =
        List.of(
            Told.layer("conv", "Conv2d").withGain(1),
            Told.layer("pool", "AdaptiveAvgPool2d"),
            Told.layer("fc", "Linear").withGain(1));
    return told;
  }

  @Test
  void aReluBetweenTheLastLayerAndItsSigmoid() {
    Told told =
        forward(
            way(
                CONV,
                passed("fc", List.of(32L, 768L), List.of(32L, 4L)),
                passed("relu", List.of(32L, 4L), List.of(32L, 4L)),
                passed("sigmoid", List.of(32L, 4L), List.of(32L, 4L))));
    told.layers =
        List.of(
            Told.layer("conv", "Conv2d").withGain(1),
            Told.layer("fc", "Linear").withGain(1),
            Told.layer("relu", "ReLU"),
            Told.layer("sigmoid", "Sigmoid"));
    both(Condition.DEAD_OUTPUT, told);
  }

  @Test
  void layersThatStayAsTheyBegan() {
    Told told =
        forward(
            new Look.Forward(
                List.of(),
                List.of("conv"),
                OptionalDouble.empty(),
                Map.of(),
                Optional.empty(),
                List.of()));
    both(Condition.LAYERS_NOT_TRAINED, told);
  }

  private static Told decays(String optimizer, double decay) {
    Told told =
        forward(
            new Look.Forward(
                List.of(),
                List.of(),
                OptionalDouble.empty(),
                Map.of("lr", 0.001, "weight_decay", decay),
                Optional.empty(),
                List.of()));
    told.optimizer = optimizer;
    return told;
  }

  @Test
  void weightsThatAreDrawnToZero() {
    both(Condition.WEIGHT_DECAY_TOO_HIGH, decays("Adam", 0.3));
    both(Condition.WEIGHT_DECAY_TOO_HIGH, decays("AdamW", 10));
    Told keras = decays("Adam", 0.3);
    keras.framework = "Keras 3.5";
    assertTrue(
        keras.still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.WEIGHT_DECAY_TOO_HIGH),
        "Keras's decay stands beside the step");
    assertTrue(
        decays("AdamW", 0.3).still().examined().findings().stream()
            .noneMatch(f -> f.condition() == Condition.WEIGHT_DECAY_TOO_HIGH));
  }

  private static Told numbers(double differs, Range probe, Look.Column... targets) {
    return forward(
        new Look.Forward(
            List.of(),
            List.of(),
            OptionalDouble.of(differs),
            Map.of(),
            Optional.of(probe),
            List.of(targets)));
  }

  @Test
  void picturesOfOtherNumbersThanThoseItIsAskedAbout() {
    Range raw = new Range(0, 255, 100);
    sick(Condition.WRONG_PREPROCESSING, numbers(0.5, raw).still());
    Diagnosis learns = numbers(0.5, raw).examined();
    assertTrue(learns.root().isEmpty(), "augmentation may do that: " + learns.findings());
  }

  @Test
  void whatIsAlikeInAllSamples() {
    both(Condition.INPUTS_NOT_SCALED, numbers(0.005, CENTRED));
    both(Condition.TRUTH_MISMATCH, numbers(0, CENTRED));
    Look.Column varies = new Look.Column(0.5, 0.2);
    Look.Column same = new Look.Column(0, 0);
    both(Condition.TRUTH_MISMATCH, numbers(0.5, CENTRED, varies, same, varies, varies));
  }
}
