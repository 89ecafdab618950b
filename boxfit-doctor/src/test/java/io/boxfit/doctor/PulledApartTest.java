package io.boxfit.doctor;

import static io.boxfit.doctor.Told.both;
import static io.boxfit.doctor.Told.livedWith;
import static io.boxfit.doctor.Told.sick;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.Range;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.TraceHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What each output's pull has of its own, and what is lost on its way to the last layer. */
class PulledApartTest {
  private static final List<Double> ALL = List.of(0.1, 0.1, 0.1, 0.1);
  private static final List<Double> NONE = List.of(0.0, 0.0, 0.0, 0.0);

  private boolean reached = true;
  private double idle;
  private double own = 0.3;
  private double lastOwn = 0.3;
  private double along = 0.2;

  private Told pulled(List<Double> gradient) {
    Told told = new Told();
    told.layers = told.layers.stream().map(layer -> layer.withGain(1)).toList();
    told.first = Patients.predictions(20);
    told.seen =
        said -> IntStream.rangeClosed(1, 30).mapToObj(step -> pull(step, gradient)).toList();
    return told;
  }

  private TraceEvent pull(int step, List<Double> gradient) {
    return new Look.Pull(
        step,
        gradient,
        gradient.equals(NONE) ? 1 : 0,
        Optional.of(new Range(-1, 1, 0)),
        OptionalDouble.of(1),
        OptionalDouble.of(0),
        reached,
        OptionalDouble.of(idle),
        OptionalDouble.of(own),
        OptionalDouble.of(lastOwn),
        OptionalDouble.of(along));
  }

  private static boolean tells(Told told, Condition condition) {
    return told.examined().findings().stream().anyMatch(f -> f.condition() == condition);
  }

  @Test
  void nothingIsWrongWithOutputsOfTheirOwn() {
    Told told = pulled(ALL);
    assertEquals(
        List.of(),
        told.examined().findings().stream()
            .filter(f -> f.confidence() > 0.6)
            .filter(f -> f.condition() != Condition.ACCURACY_SAYS_NOTHING)
            .toList());
  }

  @Test
  void aLossOfFewerNumbersThanABoxHas() {
    own = 1e-16;
    sick(Condition.SIDE_WITHOUT_LOSS, pulled(ALL).still());
    own = 1e-3;
    assertTrue(!tells(pulled(ALL), Condition.SIDE_WITHOUT_LOSS));
  }

  @Test
  void outputsThatAreBoundTogether() {
    lastOwn = 1e-7;
    sick(Condition.SOFTMAX_OUTPUT, pulled(ALL).still());
    lastOwn = 0.3;
    along = 1e-6;
    livedWith(Condition.SOFTMAX_OUTPUT, pulled(ALL));
    own = 1e-6;
    assertTrue(!tells(pulled(ALL), Condition.SOFTMAX_OUTPUT), "the loss binds them already");
  }

  /** Of boxes that miss their objects a loss of overlap may pull at some sides alone. */
  @Test
  void sidesWithoutLossWhereBoxesMiss() {
    Told told = pulled(List.of(0.1, 0.1, 0.0, 0.0));
    sick(Condition.SIDE_WITHOUT_LOSS, told.still());
    told.lossName = "giou";
    told.first = Patients.same(new Box(0, 0, 4, 4));
    assertTrue(!tells(told, Condition.SIDE_WITHOUT_LOSS));
  }

  @Test
  void aLossThatIsCutOff() {
    reached = false;
    Told told = pulled(List.of()).still();
    told.moved = step -> 0;
    assertTrue(!tells(told, Condition.LAYERS_NOT_TRAINED), "gradients arrive from somewhere");
    told.gradient = 0;
    sick(Condition.LAYERS_NOT_TRAINED, told);
  }

  @Test
  void aLossWithoutSlope() {
    idle = 1;
    Told told = pulled(NONE);
    told.gradient = 0;
    sick(Condition.SIDE_WITHOUT_LOSS, told.still());
    told.first = Patients.same(new Box(0, 0, 4, 4));
    told.loss = step -> 1;
    assertTrue(
        !tells(told, Condition.SIDE_WITHOUT_LOSS), "first boxes miss: it may be one of overlap");
  }

  @Test
  void aLossThatLeavesAloneWhatMisses() {
    idle = 0.8;
    Told told = pulled(ALL);
    told.lossName = "my own";
    told.said = Patients.same(new Box(0, 0, 4, 4));
    sick(Condition.LOSS_WITHOUT_OVERLAP, told);
    idle = 0.5;
    assertTrue(!tells(told, Condition.LOSS_WITHOUT_OVERLAP));
  }

  @Test
  void oneSizeForAllBoxes() {
    Told told = pulled(ALL);
    told.said = Told.changed(n -> new double[] {n[0], n[1], n[0] + 20, n[1] + 15});
    livedWith(Condition.HEAD_TOO_SMALL, told);
  }

  @Test
  void oneNumberForFourOutputs() {
    Told told = pulled(ALL);
    told.said =
        Told.changed(
            n -> {
              double share = n[0] / Patients.WIDTH;
              double across = share * Patients.WIDTH;
              double down = share * Patients.HEIGHT;
              return new double[] {across, down, across, down};
            });
    sick(Condition.TARGETS_BROADCAST, told);
  }

  @Test
  void copiesOfOneUnit() {
    Told told = new Told();
    told.layers = copied(0.9);
    both(Condition.ZERO_START, told);
    told.layers = copied(0.2);
    assertTrue(!tells(told, Condition.ZERO_START));
  }

  private static List<TraceEvent.Layer> copied(double share) {
    List<TraceEvent.Layer> layers = new ArrayList<>();
    for (TraceEvent.Layer layer : new Told().layers) {
      layers.add(
          new TraceEvent.Layer(
              layer.name(),
              layer.kind(),
              layer.units(),
              layer.share(),
              layer.momentum(),
              OptionalDouble.of(1),
              OptionalDouble.of(layers.isEmpty() ? share : 0.75)));
    }
    return layers;
  }

  @Test
  void aCrossEntropyOfClasses() {
    Told told = new Told();
    told.lossName = "CrossEntropyLoss";
    livedWith(Condition.SOFTMAX_OUTPUT, told);
    told.lossName = "binary_crossentropy";
    assertTrue(!tells(told, Condition.SOFTMAX_OUTPUT));
  }

  @Test
  void aSigmoidBeforeALossOfLogits() {
    Told told = new Told();
    told.outputs = new Range(0.4, 0.6, 0.5);
    told.lossName = "BCEWithLogitsLoss";
    livedWith(Condition.SATURATED_OUTPUT, told);
    told.outputs = new Range(-0.4, 0.6, 0.1);
    assertTrue(!tells(told, Condition.SATURATED_OUTPUT));
  }

  @Test
  void layersThatTheNetworkDoesNotList() {
    Told told = new Told();
    told.seen = said -> List.of(forward(List.of("Linear"), List.of(), List.of()));
    both(Condition.LAYERS_NOT_TRAINED, told);
  }

  @Test
  void redAndBlueThatChangedPlaces() {
    Told told = new Told();
    told.seen =
        said -> List.of(forward(List.of(), List.of(0.9, 0.5, 0.1), List.of(0.12, 0.5, 0.88)));
    sick(Condition.WRONG_PREPROCESSING, told);
    sick(Condition.WRONG_PREPROCESSING, told.still());
    Told same = new Told();
    same.seen =
        said -> List.of(forward(List.of(), List.of(0.9, 0.5, 0.1), List.of(0.8, 0.5, 0.15)));
    assertTrue(!tells(same, Condition.WRONG_PREPROCESSING));
    Told grey = new Told();
    grey.seen =
        said -> List.of(forward(List.of(), List.of(0.502, 0.5, 0.498), List.of(0.498, 0.5, 0.502)));
    assertTrue(!tells(grey, Condition.WRONG_PREPROCESSING));
  }

  private static Look.Forward forward(
      List<String> foreign, List<Double> trained, List<Double> asked) {
    return new Look.Forward(
        List.of(),
        List.of(),
        foreign,
        OptionalDouble.of(0.5),
        Map.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        new Look.Pictures(List.of(), OptionalDouble.empty(), trained),
        new Look.Pictures(List.of(), OptionalDouble.empty(), asked),
        OptionalDouble.of(0));
  }

  @Test
  void numbersThatWereStretchedOrZoomed() {
    Told told = new Told();
    told.said =
        Told.changed(n -> new double[] {n[0], 50 + (n[1] - 50) / 2, n[2], 50 + (n[3] - 50) / 2});
    sick(Condition.WRONG_READING, told);
    String evidence = told.examined().root().orElseThrow().evidence();
    assertTrue(
        evidence.contains("cut out of it), your mean IoU is 0.79 instead of 0.32."), evidence);
  }

  @Test
  void barsThatWereLookedForOnOneSideAlone() {
    Told told = new Told().still();
    told.seen =
        said ->
            List.of(
                new Look.Forward(
                    List.of(),
                    List.of(),
                    List.of(),
                    OptionalDouble.of(0.5),
                    Map.of(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    new Look.Pictures(List.of(), OptionalDouble.of(0.5), List.of()),
                    Look.Pictures.UNKNOWN,
                    OptionalDouble.of(0)));
    assertTrue(!tells(told, Condition.WRONG_PREPROCESSING));
  }

  @Test
  void aTrainingOfNoStepYet() {
    TraceEvent.Start start =
        new TraceEvent.Start("PyTorch 2", "", "mse", "Adam", "XYXY", 200, 100, 10, 32);
    TraceEvent.Probe probe =
        new TraceEvent.Probe(
            0, "validation", 0, Patients.truths(), Patients.same(new Box(0, 0, 4, 4)));
    Evidence evidence =
        Evidence.of(Optional.empty(), TraceHistory.of(List.of(start, probe)).orElseThrow());
    assertEquals(Verdict.SICK, Doctor.examine(evidence).verdict());
  }

  @Test
  void weightsThatAreDrawnToZero() {
    Told told = new Told().still();
    told.norm = step -> 10.0 / step;
    sick(Condition.WEIGHT_DECAY_TOO_HIGH, told);
    told.norm = step -> 10;
    assertTrue(!tells(told, Condition.WEIGHT_DECAY_TOO_HIGH));
  }
}
