package io.boxfit.train.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.Flatten;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DropoutTest {
  private static final int SAMPLES = 6;
  private static final int LENGTH = 51 * 41;
  private static final double SHARE = 0.2;
  private static final Network NETWORK =
      new Network(
          new Input(51, 41, 1),
          List.of(
              new Node("drop", new Dropout(SHARE), List.of("image")),
              new Node("flat", new Flatten(), List.of("drop")),
              new Node("box", new Dense(4, true, Optional.empty()), List.of("flat"))));

  @BeforeAll
  static void start() {
    Engine.start();
  }

  private static float[] dropped(Seed seed, long firstNumber, int samples) {
    try (PointerScope scope = new PointerScope()) {
      float[] ones = new float[samples * LENGTH];
      Arrays.fill(ones, 1);
      Tensor image = EngineArrays.tensor(ones, samples, 1, 41, 51);
      TrainingPass pass = new TrainingPass(seed, firstNumber);
      return EngineArrays.array(interpreter().train(image, pass).get("drop"));
    }
  }

  private static Interpreter interpreter() {
    return new Interpreter(NETWORK, new EngineParameters(ParameterLayout.of(NETWORK)));
  }

  @Test
  void aShareIsZeroAndTheRestScaledUp() {
    float[] values = dropped(new Seed(1), 0, SAMPLES);
    int zeros = 0;
    for (float value : values) {
      zeros += value == 0 ? 1 : 0;
      assertEquals(value == 0 ? 0 : 1.25f, value);
    }
    double deviation = Math.sqrt(SHARE * (1 - SHARE) / values.length);
    assertEquals(SHARE, (double) zeros / values.length, 4 * deviation);
  }

  @Test
  void masksDependOnSeedAndNumberNotOnTheCut() {
    float[] all = dropped(new Seed(1), 100, SAMPLES);
    for (int first = 0; first < SAMPLES; first += 2) {
      assertArrayEquals(
          Arrays.copyOfRange(all, first * LENGTH, (first + 2) * LENGTH),
          dropped(new Seed(1), 100 + first, 2));
    }
    assertFalse(Arrays.equals(all, dropped(new Seed(1), 101, SAMPLES)));
    assertFalse(Arrays.equals(all, dropped(new Seed(2), 100, SAMPLES)));
  }

  @Test
  void nothingHappensWhenTheNetworkIsUsed() {
    try (PointerScope scope = new PointerScope()) {
      float[] values = new float[LENGTH];
      Arrays.fill(values, 3);
      Tensor image = EngineArrays.tensor(values, 1, 1, 41, 51);
      assertArrayEquals(values, EngineArrays.array(interpreter().outputs(image).get("drop")));
    }
  }
}
