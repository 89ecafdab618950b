package io.boxfit.bench.doctor.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class DeepDiagnosisTest {
  private static final String SMALL =
      "{flatten: {}}, {dense: {units: 8}}, relu, {dense: {units: 4}}, ";
  private static final String LINEAR = SMALL + "{boxHead: {format: xyxy, unit: relative}}";
  private static final String SIGMOID =
      SMALL + "sigmoid, {boxHead: {format: xyxy, unit: relative}}";

  private static List<String> rules(MadeUp training) {
    return MadeUp.rules(new DeepDiagnosis(), training.observed());
  }

  private static TraceEvent.LayerState shares(double dead, double saturated) {
    return new TraceEvent.LayerState(
        0.5, 0.003, 0, OptionalDouble.of(dead), OptionalDouble.of(saturated));
  }

  @Test
  void contentWithAHealthyTraining() {
    assertEquals(List.of(), rules(new MadeUp()));
    assertEquals(List.of(), rules(new MadeUp().network(LINEAR)));
    assertEquals(List.of(), rules(new MadeUp().network(SIGMOID)));
  }

  @Test
  void theTreeNamesTheFirstCauseThatApplies() {
    MadeUp dead = new MadeUp().layer("conv", shares(0.7, 0));
    assertEquals(
        List.of("Dead Node Problem: Add dropout layer or Missing activation function"),
        rules(dead));
    TraceEvent.LayerState fast =
        new TraceEvent.LayerState(0.5, 0.2, 0, OptionalDouble.of(0.7), OptionalDouble.empty());
    assertEquals(List.of("Dead Node Problem: Learning Rate"), rules(dead.layer("conv", fast)));
    assertEquals(List.of("Dead Node Problem: Poor Weight"), rules(dead.weights(1e-6)));
    assertEquals(List.of("Dead Node Problem: Normalize the data"), rules(dead.pixels(0, 255, 1)));
  }

  @Test
  void aComplaintMeansWhatWasNoticedAndItsCause() {
    Complaint complaint =
        new DeepDiagnosis()
            .examine(new MadeUp().layer("conv", shares(0.7, 0)).weights(11).observed())
            .get(0);
    assertTrue(complaint.means().contains(Condition.DEAD_OUTPUT));
    assertTrue(complaint.means().contains(Condition.FIRST_WEIGHTS_TOO_LARGE));
  }

  @Test
  void layersThatGiveNothing() {
    assertEquals(
        List.of(
            "Numerical Problem Forward: Please change the activation function",
            "Dead Node Problem: Add dropout layer or Missing activation function"),
        rules(new MadeUp().layer("conv", shares(1, 0))));
  }

  @Test
  void saturatedUnits() {
    String said = "Saturated Activation Problem: Add dropout layer or Missing activation function";
    assertEquals(List.of(said), rules(new MadeUp().layer("conv", shares(0, 0.51))));
    // Two sides of four, then three, are at the ends of the last sigmoid.
    MadeUp ends = new MadeUp().network(SIGMOID).said(probe -> sides(0.1, 20 + probe));
    assertTrue(rules(ends).stream().noneMatch(said::equals));
    assertTrue(rules(ends.said(probe -> sides(0.1, 0.1))).contains(said));
  }

  /** A box from corner to corner but for its right and bottom sides, that may vary. */
  private static List<Box> sides(double top, double right) {
    return MadeUp.TRUTH.stream().map(b -> new Box(0.1, top, right, b.yMax() - top)).toList();
  }

  @Test
  void onlyDenseLayersHaveGradients() {
    TraceEvent.LayerState vanished = new TraceEvent.LayerState(9e-8, 0.003, 0);
    assertEquals(List.of(), rules(new MadeUp().layer("conv", vanished)));
    assertEquals(
        List.of(
            "Vanishing Gradient Problem in delta Weights: Add/delete layer or change sigmoid"
                + " activation function"),
        rules(new MadeUp().layer("dense", vanished)));
    assertEquals(
        List.of(
            "Numerical Error in delta Weights: Please change the loss function OR Please change"
                + " the activation function",
            "Vanishing Gradient Problem in delta Weights: Learning Rate",
            "Unchange Tensor in Delta Weights: Learning Rate",
            "Unchange Tensor in Weights: Learning Rate"),
        rules(new MadeUp().layer("dense", new TraceEvent.LayerState(0, 0, 0))));
  }

  @Test
  void lossAndAccuracyThatStay() {
    assertEquals(
        List.of("Loss Not Decreasing: Please change optimizer"), rules(new MadeUp().loss(s -> 1)));
    assertEquals(
        List.of("Accuracy Not Increasing: Please change optimizer"),
        rules(new MadeUp().accuracy(probe -> 0.9)));
    assertEquals(
        List.of(
            "Invalid accuracy: Please change optimizer",
            "Accuracy Not Increasing: Please change optimizer"),
        rules(new MadeUp().accuracy(probe -> 0)));
    assertEquals(
        List.of("Invalid loss: Please change optimizer"),
        rules(new MadeUp().loss(step -> step > 150 ? Double.NaN : Math.exp(-0.01 * step))));
  }

  @Test
  void aTrainingThatBreaksOffEndsAnEpoch() {
    Observed whole =
        new MadeUp().loss(step -> step > 150 ? Double.NaN : Math.exp(-0.01 * step)).observed();
    for (int end : new int[] {150, 151}) {
      Observed broken = new Observed(whole.trace().until(end), Optional.empty(), List.of());
      assertEquals(
          end == 150 ? List.of() : List.of("Invalid loss: Please change optimizer"),
          MadeUp.rules(new DeepDiagnosis(), broken));
    }
  }

  @Test
  void onlyUnitsBehindAReluDie() {
    String network =
        "{name: conv, conv2d: {filters: 8, kernel: 3}}, %s, {flatten: {}},"
            + " {dense: {units: 4}}, boxHead";
    MadeUp dying = new MadeUp().layer("conv", shares(0.7, 0));
    assertEquals(1, rules(dying.network(network.formatted("relu"))).size());
    assertEquals(List.of(), rules(dying.network(network.formatted("tanh"))));
  }

  @Test
  void outputsAndTargetsThatDoNotFit() {
    String said = "Out of Range Problem: Please change the activation function";
    assertTrue(
        rules(
                new MadeUp()
                    .network(LINEAR)
                    .said(probe -> MadeUp.same(new Box(-500, 0, 500, 50 + probe))))
            .contains(said));
    assertTrue(
        rules(new MadeUp().network(SIGMOID.replace("unit: relative", "unit: pixels")))
            .contains(said));
  }
}
