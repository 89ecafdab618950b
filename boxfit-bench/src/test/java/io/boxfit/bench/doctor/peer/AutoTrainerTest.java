package io.boxfit.bench.doctor.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.trace.TraceEvent;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class AutoTrainerTest {
  private static final List<String> NONE = List.of();

  private static List<String> rules(MadeUp training) {
    return MadeUp.rules(new AutoTrainer(), training.observed());
  }

  @Test
  void contentWithAHealthyTraining() {
    assertEquals(NONE, rules(new MadeUp()));
  }

  @Test
  void knowsAccuracyAlone() {
    // The boxes are right in the one number that is largest and in no other.
    assertEquals(NONE, rules(new MadeUp().accuracy(probe -> 0.65 + 0.012 * probe).loss(step -> 1)));
  }

  @Test
  void badTrainingsAreSearchedForGradientTrouble() {
    MadeUp bad = new MadeUp().accuracy(probe -> 0.2);
    assertEquals(List.of("not_converge"), rules(bad));
    assertEquals(
        List.of("vanish"), rules(bad.layer("conv", new TraceEvent.LayerState(9e-5, 0.003, 0))));
    assertEquals(
        List.of("not_converge"),
        rules(bad.layer("conv", new TraceEvent.LayerState(1.1e-4, 0.003, 0))));
    assertEquals(
        List.of("explode"), rules(bad.layer("conv", new TraceEvent.LayerState(36, 0.003, 0))));
    assertEquals(
        List.of("not_converge"), rules(bad.layer("conv", new TraceEvent.LayerState(34, 0.003, 0))));
  }

  @Test
  void deadUnitsAndLayersWithoutGradientAreZeros() {
    MadeUp bad = new MadeUp().accuracy(probe -> 0.2);
    TraceEvent.LayerState dying =
        new TraceEvent.LayerState(0.5, 0.003, 0, OptionalDouble.of(0.7), OptionalDouble.empty());
    assertEquals(List.of("relu"), rules(bad.layer((step, name) -> dying)));
    assertEquals(List.of("not_converge"), rules(bad.layer("conv", dying)));
    TraceEvent.LayerState nothing = new TraceEvent.LayerState(0, 0.003, 0);
    assertEquals(List.of("relu"), rules(bad.layer((step, name) -> nothing)));
  }

  @Test
  void slowAloneIsSearchedButNotComplainedOf() {
    MadeUp high = new MadeUp().accuracy(probe -> 0.9);
    assertEquals(NONE, rules(high));
    assertEquals(
        List.of("explode"), rules(high.layer("conv", new TraceEvent.LayerState(36, 0.003, 0))));
  }

  @Test
  void accuracyThatSwingsIsUnstable() {
    assertEquals(
        List.of("unstable"),
        rules(new MadeUp().accuracy(probe -> 0.8 + (probe % 2 == 0 ? 0.04 : 0))));
    assertEquals(NONE, rules(new MadeUp().accuracy(probe -> 0.8 + (probe % 2 == 0 ? 0.02 : 0))));
  }

  @Test
  void numbersThatAreNoneExplode() {
    assertEquals(List.of("explode"), rules(new MadeUp().loss(step -> step > 150 ? Double.NaN : 1)));
    assertEquals(
        List.of("explode"),
        rules(new MadeUp().layer("conv", new TraceEvent.LayerState(0.5, 0.003, 1))));
  }

  @Test
  void pixelsOfALargeMeanAreAbnormal() {
    assertEquals(List.of("abnormal_data"), rules(new MadeUp().pixels(0, 255, 30)));
  }
}
