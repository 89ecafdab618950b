package io.boxfit.bench.doctor.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class UmlautTest {

  private static List<String> rules(MadeUp training) {
    return MadeUp.rules(new Umlaut(), training.observed());
  }

  @Test
  void contentWithAHealthyTraining() {
    assertEquals(List.of(), rules(new MadeUp()));
  }

  @Test
  void theNetwork() {
    String network = "{flatten: {}}, {dense: {units: 8}}, %s{dense: {units: 4}}, sigmoid, boxHead";
    assertEquals(List.of(), rules(new MadeUp().network(network.formatted("relu, "))));
    assertEquals(
        List.of("Critical: Missing activation functions"),
        rules(new MadeUp().network(network.formatted("{dropout: {share: 0.5}}, "))));
    assertEquals(
        List.of("Warning: High dropout rate"),
        rules(new MadeUp().network(network.formatted("relu, {dropout: {share: 0.51}}, "))));
  }

  @Test
  void theInputs() {
    assertEquals(
        List.of("Error: Image data may have incorrect shape"), rules(new MadeUp().height(101)));
    String limits = "Error: Input data exceeds typical limits";
    assertEquals(List.of(limits), rules(new MadeUp().pixels(0, 1.1, 0.1)));
    assertEquals(List.of(limits), rules(new MadeUp().pixels(-1.1, 1, 0.1)));
  }

  @Test
  void theTraining() {
    assertEquals(
        List.of("Critical: NaN (Not a number) in input"),
        rules(new MadeUp().loss(step -> step > 150 ? Double.NaN : 1)));
    assertEquals(List.of("Warning: Learning Rate is high"), rules(new MadeUp().rate(0.011)));
    assertEquals(List.of("Warning: Learning Rate is low"), rules(new MadeUp().rate(9e-8)));
    assertEquals(List.of(), rules(new MadeUp().rate(Double.NaN)));
    assertEquals(
        List.of("Warning: Possible overfitting"), rules(new MadeUp().epoch(1, 1).epoch(0.9, 1.1)));
    assertEquals(List.of(), rules(new MadeUp().epoch(1, 1).epoch(0.9, 0.95)));
    assertEquals(
        List.of("Warning: Check validation accuracy"), rules(new MadeUp().accuracy(probe -> 0.96)));
    assertEquals(List.of(), rules(new MadeUp().accuracy(probe -> probe <= 3 ? 0.96 : 0.9)));
  }
}
