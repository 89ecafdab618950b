package io.boxfit.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.boxfit.model.layer.Parameter;
import io.boxfit.model.optimizer.Clip;
import io.boxfit.model.optimizer.Sgd;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClippedStateTest {

  /** What a gradient of a kernel of two and a bias of two is made of: SGD from 0 with rate 1. */
  private static float[] clipped(Clip clip, float... gradient) {
    OptimizerState state =
        OptimizerState.of(
            new Sgd(1, 0, false, Optional.of(clip)),
            Layouts.of(Map.entry(Parameter.Role.KERNEL, 2), Map.entry(Parameter.Role.BIAS, 2)));
    float[] values = new float[4];
    float[] given = gradient.clone();
    state.step(values, given, 1);
    assertArrayEquals(gradient, given, 0f);
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i];
    }
    return values;
  }

  @Test
  void valuesAreCutOneByOne() {
    float[] values = clipped(Clips.value(2), 3, -5, 1.5f, Float.NEGATIVE_INFINITY);
    assertArrayEquals(new float[] {2, -2, 1.5f, -2}, values, 0f);
  }

  /** The kernel's norm is 5, the bias's 1. */
  @Test
  void eachParameterHasItsOwnNorm() {
    float[] values = clipped(Clips.norm(2), 3, -4, 0.6f, 0.8f);
    assertArrayEquals(new float[] {1.2f, -1.6f, 0.6f, 0.8f}, values, 1e-6f);
  }

  /** 2^2 + 4^2 + 5^2 + 6^2 = 9^2. */
  @Test
  void theGlobalNormIsThatOfAll() {
    float[] values = clipped(Clips.globalNorm(3), 2, -4, 5, 6);
    assertArrayEquals(new float[] {2 / 3f, -4 / 3f, 5 / 3f, 2}, values, 1e-6f);
    assertArrayEquals(
        new float[] {2, -4, 5, 6}, clipped(Clips.globalNorm(9.1), 2, -4, 5, 6), 1e-6f);
  }

  @Test
  void whatIsNotANumberStaysSo() {
    float nan = Float.NaN;
    float[] all = {nan, nan, nan, nan};
    assertArrayEquals(new float[] {nan, 1, 1, 1}, clipped(Clips.value(2), nan, 1, 1, 1), 0f);
    assertArrayEquals(new float[] {nan, nan, 1, 1}, clipped(Clips.norm(2), nan, 1, 1, 1), 1e-6f);
    assertArrayEquals(all, clipped(Clips.globalNorm(2), nan, 1, 1, 1), 0f);
    assertArrayEquals(all, clipped(Clips.globalNorm(2), Float.POSITIVE_INFINITY, 1, 1, 1), 0f);
  }

  @Test
  void noGradientStaysNone() {
    assertArrayEquals(new float[4], clipped(Clips.norm(1), 0, 0, 0, 0), 0f);
    assertArrayEquals(new float[4], clipped(Clips.globalNorm(1), 0, 0, 0, 0), 0f);
  }
}
