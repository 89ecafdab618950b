package io.boxfit.bench.doctor.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.TraceEvent;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class TheDeepCheckerTest {
  private static final String PIXELS =
      "{flatten: {}}, {dense: {units: 4}}, {boxHead: {format: xyxy, unit: pixels}}";

  private static List<String> rules(MadeUp training) {
    return MadeUp.rules(new TheDeepChecker(), training.observed());
  }

  private static List<String> rules(TraceEvent.LayerState conv) {
    return rules(new MadeUp().layer("conv", conv));
  }

  @Test
  void contentWithAHealthyTraining() {
    assertEquals(List.of(), rules(new MadeUp()));
  }

  @Test
  void inputsAndTargets() {
    assertEquals(List.of("Features are constant"), rules(new MadeUp().pixels(0, 0, 0)));
    assertEquals(
        List.of("Features seem to be unnormalized"), rules(new MadeUp().pixels(0, 1.02, 0.1)));
    assertEquals(List.of("Outputs seem to be unnormalized"), rules(new MadeUp().targets(0, 60)));
    // A recipe's loss may compare pixels, its network gives shares.
    String shares = "{flatten: {}}, {dense: {units: 4}}, boxHead";
    String he = "initializer.kernel=heNormal";
    assertEquals(List.of(), rules(new MadeUp().network(shares, he).targets(0, 60)));
  }

  @Test
  void firstWeightsBesideKnownInitialisers() {
    String between = "{flatten: {}}, {dense: {units: 8}}, %s, {dense: {units: 4}}, boxHead";
    String kernel = "initializer.kernel=";
    assertEquals(List.of(), rules(new MadeUp().network(between.formatted("relu"))));
    assertEquals(
        List.of(),
        rules(new MadeUp().network(between.formatted("tanh"), kernel + "glorotUniform")));
    List<String> poor = rules(new MadeUp().network(between.formatted("relu"), kernel + "zeros"));
    assertEquals(2, poor.size());
    assertTrue(poor.get(0).startsWith("Poor initialization (unbreaking symmetry)"), "" + poor);
    String large = kernel + "{randomNormal: {deviation: 1}}";
    for (String[] pair :
        new String[][] {
          {"relu", "He init"},
          {"tanh", "Glorot init"},
          {"sigmoid", "Lecun init"},
          {"elu", "well-known init"}
        }) {
      List<String> said = rules(new MadeUp().network(between.formatted(pair[0]), large));
      assertTrue(said.get(0).contains(pair[1]), pair[0] + ": " + said);
    }
  }

  @Test
  void gradients() {
    assertEquals(
        List.of("Gradient w.r.t weight of conv are vanishing"),
        rules(new TraceEvent.LayerState(9e-7, 0.003, 0)));
    assertEquals(
        List.of("Gradient w.r.t weight of conv are exploding"),
        rules(new TraceEvent.LayerState(1.1e6, 0.003, 0)));
    assertEquals(
        List.of("There was (a) NaN(s) in gradient w.r.t weight conv"),
        rules(new TraceEvent.LayerState(0.5, 0.003, 2)));
    assertEquals(List.of("Gradient w.r.t weight of dense are exploding"), rules(growing(2, 15)));
    assertEquals(List.of(), rules(growing(2, 14)));
    assertEquals(List.of("Gradient w.r.t weight of dense are vanishing"), rules(growing(0.5, 15)));
  }

  /** A gradient that multiplies at each step from 12 up to another. */
  private static MadeUp growing(double times, int until) {
    return new MadeUp()
        .layer(
            (step, name) ->
                new TraceEvent.LayerState(
                    name.equals("conv")
                        ? 0.5
                        : 0.5 * Math.pow(times, Math.max(0, Math.min(step, until) - 11)),
                    0.003,
                    0));
  }

  @Test
  void updates() {
    assertEquals(
        List.of("Layer weight conv change too quickly"),
        rules(new TraceEvent.LayerState(0.5, 0.11, 0)));
    assertEquals(
        List.of("Layer weight conv change too slowly"),
        rules(new TraceEvent.LayerState(0.5, 0.9e-4, 0)));
    assertEquals(
        List.of("The weights of conv are untrained"), rules(new TraceEvent.LayerState(0.5, 0, 0)));
  }

  @Test
  void unitsThatAreDeadOrSaturated() {
    TraceEvent.LayerState both =
        new TraceEvent.LayerState(0.5, 0.003, 0, OptionalDouble.of(0.6), OptionalDouble.of(0.6));
    assertEquals(List.of("Activation conv are considered dead"), rules(both));
    MadeUp sigmoids =
        new MadeUp()
            .network("{flatten: {}}, {dense: {units: 4}}, sigmoid, boxHead")
            .layer("conv", both);
    assertEquals(List.of("Activation conv are considered saturated"), rules(sigmoids));
  }

  @Test
  void theCurveOfTheLoss() {
    assertEquals(
        List.of("The loss is no-or-slowly decreasing"),
        rules(new MadeUp().loss(step -> Math.exp(-0.004 * step))));
    assertTrue(
        rules(new MadeUp().loss(step -> Math.exp(0.08 * step))).contains("Loss is diverging"));
    assertTrue(
        rules(new MadeUp().loss(step -> Math.exp(-0.01 * step) * (step / 10 % 2 == 0 ? 1 : 2)))
            .contains("There is a lot of fluctuations"));
    assertTrue(
        rules(new MadeUp().loss(step -> step > 150 ? Double.NaN : Math.exp(-0.01 * step)))
            .contains("Loss is turning into NaN"));
    assertEquals(
        List.of("The loss seems to lack representativeness"),
        rules(new MadeUp().accuracy(probe -> probe % 2 == 0 ? 0.5 : 0.6)));
  }

  @Test
  void outputs() {
    assertTrue(
        rules(new MadeUp().said(probe -> MadeUp.same(new Box(10, 10, 60, 50 + probe))))
            .contains("Outputs of the model are constantly unchanged"));
    assertTrue(
        rules(new MadeUp().said(probe -> MadeUp.same(new Box(10, 10, Double.NaN, 50))))
            .contains("There was (a) NaN(s) in outputs"));
    String small = "The model seems to be unable to predict enough high magnitude values";
    MadeUp pixels = new MadeUp().network(PIXELS, "initializer.kernel=heNormal");
    assertEquals(List.of("Outputs seem to be unnormalized"), rules(pixels));
    assertTrue(rules(pixels.said(probe -> MadeUp.same(new Box(0.1, 0.1, 0.5, 1)))).contains(small));
  }
}
