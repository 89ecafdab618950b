package io.boxfit.bench.doctor.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class SageMakerDebuggerTest {

  private static List<String> rules(MadeUp training) {
    return MadeUp.rules(new SageMakerDebugger(), training.observed());
  }

  private static List<String> rules(TraceEvent.LayerState conv) {
    return rules(new MadeUp().layer("conv", conv));
  }

  @Test
  void contentWithAHealthyTraining() {
    assertEquals(List.of(), rules(new MadeUp()));
  }

  @Test
  void unitsThatAreDeadOrSaturated() {
    OptionalDouble most = OptionalDouble.of(0.51);
    OptionalDouble half = OptionalDouble.of(0.5);
    OptionalDouble unknown = OptionalDouble.empty();
    assertEquals(
        List.of("DeadRelu"), rules(new TraceEvent.LayerState(0.5, 0.003, 0, most, unknown)));
    assertEquals(
        List.of("SaturatedActivation"),
        rules(new TraceEvent.LayerState(0.5, 0.003, 0, unknown, most)));
    assertEquals(List.of(), rules(new TraceEvent.LayerState(0.5, 0.003, 0, half, half)));
  }

  @Test
  void theLastSigmoidIsReadOffItsBoxes() {
    MadeUp training =
        new MadeUp()
            .network(
                "{flatten: {}}, {dense: {units: 4}}, sigmoid,"
                    + " {boxHead: {format: xyxy, unit: relative}}")
            .said(probe -> MadeUp.same(new Box(0, 0, 100, 50)));
    assertTrue(rules(training).contains("SaturatedActivation"));
    assertEquals(List.of(), rules(training.said(probe -> MadeUp.same(new Box(0, 0, 60, 50)))));
  }

  @Test
  void gradientsAndUpdates() {
    assertEquals(List.of("VanishingGradient"), rules(new TraceEvent.LayerState(9e-8, 0.003, 0)));
    assertEquals(
        List.of("WeightUpdateRatio: large"), rules(new TraceEvent.LayerState(0.5, 10.1, 0)));
    assertEquals(
        List.of("WeightUpdateRatio: small"), rules(new TraceEvent.LayerState(0.5, 9e-9, 0)));
    assertEquals(List.of("ExplodingTensor"), rules(new TraceEvent.LayerState(0.5, 0.003, 1)));
  }

  @Test
  void aPoorStartHasNarrowGradientsAndALossThatWaits() {
    MadeUp waits = new MadeUp().loss(step -> step < 10 ? 1 : Math.exp(-0.01 * step));
    assertEquals(List.of(), rules(waits));
    assertEquals(
        List.of("PoorWeightInitialization"),
        rules(waits.layer("conv", new TraceEvent.LayerState(1e-4, 0.003, 0))));
    assertEquals(List.of(), rules(new TraceEvent.LayerState(1e-4, 0.003, 0)));
  }

  @Test
  void firstWeights() {
    assertEquals(List.of("TensorVariance"), rules(new MadeUp().weights(9e-6)));
    assertEquals(List.of("TensorVariance"), rules(new MadeUp().weights(10.1)));
    assertEquals(List.of("AllZero", "TensorVariance"), rules(new MadeUp().weights(0)));
  }

  @Test
  void lossesThatDoNotFall() {
    assertEquals(
        List.of("LossNotDecreasing", "UnchangedTensor"), rules(new MadeUp().loss(step -> 1)));
    assertEquals(
        List.of("LossNotDecreasing"),
        rules(new MadeUp().loss(step -> step > 100 && step <= 110 ? 1 : Math.exp(-0.01 * step))));
  }

  @Test
  void validationAndInputs() {
    assertEquals(List.of("Overfit"), rules(new MadeUp().epoch(1, 1.11)));
    assertEquals(List.of(), rules(new MadeUp().epoch(1, 1.09)));
    assertEquals(List.of("CheckInputImages"), rules(new MadeUp().pixels(0, 1, 0.21)));
  }
}
