package io.boxfit.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.optimizer.Adadelta;
import io.boxfit.model.optimizer.Adam;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.model.optimizer.Clip;
import io.boxfit.model.optimizer.Nadam;
import io.boxfit.model.optimizer.Optimizer;
import io.boxfit.model.optimizer.RmsProp;
import io.boxfit.model.optimizer.Sgd;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerStateTest {
  private static final Optional<Clip> NONE = Optional.empty();

  /** A kernel of 5, a moving mean of 2, a bias of 3. */
  private static final int LENGTH = 10;

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        new Sgd(0.01, 0, false, NONE),
        new Sgd(0.01, 0.9, false, NONE),
        new Sgd(0.01, 0.9, true, NONE),
        new RmsProp(0.001, 0.9, 0, 1e-7, false, NONE),
        new RmsProp(0.001, 0.9, 0.8, 1e-7, true, NONE),
        new Adam(0.001, 0.9, 0.999, 1e-7, NONE),
        new AdamW(0.001, 0.9, 0.999, 1e-8, 0.01),
        new Nadam(0.001, 0.9, 0.999, 1e-7, NONE),
        new Adadelta(1, 0.95, 1e-7, NONE),
        new Adam(0.001, 0.9, 0.999, 1e-7, Optional.of(Clips.norm(0.5))));
  }

  @Test
  void everyKindIsTested() {
    Set<Class<?>> tested = new HashSet<>();
    optimizers().forEach(optimizer -> tested.add(optimizer.getClass()));
    assertEquals(Set.of(Optimizer.class.getPermittedSubclasses()), tested);
  }

  private static OptimizerState state(Optimizer optimizer) {
    return OptimizerState.of(
        optimizer,
        Layouts.of(
            Map.entry(Parameter.Role.KERNEL, 5),
            Map.entry(Parameter.Role.MOVING_MEAN, 2),
            Map.entry(Parameter.Role.BIAS, 3)));
  }

  private static float[] start() {
    float[] values = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = 0.5f * i - 2;
    }
    return values;
  }

  private static void steps(OptimizerState state, float[] values, int from, int to) {
    for (int step = from; step < to; step++) {
      RandomStream random = new Seed(3).stream("gradient " + step);
      float[] gradient = new float[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        gradient[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(-4, 3)));
      }
      state.step(values, gradient, 0.01 / (1 + step));
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void resumesFromItsMemoryBitForBit(Optimizer optimizer) {
    float[] straight = start();
    steps(state(optimizer), straight, 0, 40);
    float[] resumed = start();
    OptimizerState first = state(optimizer);
    steps(first, resumed, 0, 17);
    OptimizerState second = state(optimizer);
    assertEquals(first.memory().keySet(), second.memory().keySet());
    first.memory().forEach((n, a) -> System.arraycopy(a, 0, second.memory().get(n), 0, a.length));
    second.resume(17);
    steps(second, resumed, 17, 40);
    assertArrayEquals(straight, resumed, 0f);
    assertFalse(Arrays.equals(start(), straight));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void movingStatisticsStayWhateverTheirGradient(Optimizer optimizer) {
    float[] values = start();
    steps(state(optimizer), values, 0, 10);
    assertArrayEquals(Arrays.copyOfRange(start(), 5, 7), Arrays.copyOfRange(values, 5, 7), 0f);
    for (int i : new int[] {0, 4, 7, 9}) {
      assertTrue(values[i] != start()[i], "number " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void whatIsNotANumberSpreadsToItsWeightAndStays(Optimizer optimizer) {
    float[] values = start();
    OptimizerState state = state(optimizer);
    float[] gradient = new float[LENGTH];
    Arrays.fill(gradient, 0.1f);
    gradient[1] = Float.NaN;
    state.step(values, gradient, 0.01);
    assertTrue(Float.isNaN(values[1]));
    assertTrue(Float.isFinite(values[8]));
    gradient[1] = 0.1f;
    state.step(values, gradient, 0.01);
    assertTrue(Float.isNaN(values[1]));
    // A norm of one parameter, the kernel, makes all of it so.
    assertEquals(optimizer.clip().isPresent(), Float.isNaN(values[0]));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void gradientsOfZeroMoveNothing(Optimizer optimizer) {
    float[] values = start();
    OptimizerState state = state(optimizer);
    state.step(values, new float[LENGTH], 0.01);
    state.step(values, new float[LENGTH], 0.01);
    float decayed = optimizer instanceof AdamW ? 1e-3f : 0;
    assertArrayEquals(start(), values, decayed);
  }
}
