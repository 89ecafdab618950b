package io.boxfit.train.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Node;
import io.boxfit.model.network.NodeParameter;
import io.boxfit.model.optimizer.AdamW;
import io.boxfit.train.engine.ParameterLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdamWStateTest {
  private static final AdamW ADAMW = new AdamW(0.01, 0.9, 0.99, 1e-8, 0.1);

  /** Two decaying numbers and one that does not decay. */
  private static ParameterLayout layout() {
    Layer layer = new ReLU();
    Node node = new Node("a", layer, List.of("image"));
    Parameter kernel = new Parameter("kernel", Shape.of(2), Parameter.Role.KERNEL, 1, 1);
    Parameter bias = new Parameter("bias", Shape.of(1), Parameter.Role.BIAS, 1, 1);
    return new ParameterLayout(
        List.of(
            new ParameterLayout.Slot(new NodeParameter(node, kernel), 0, 2),
            new ParameterLayout.Slot(new NodeParameter(node, bias), 2, 1)));
  }

  @Test
  void firstStepByHand() {
    // After one step mean / correction = gradient and sqrt(square / correction) = |gradient|:
    // every number moves by the learning rate against the gradient's sign, kernels decay before.
    float[] values = {1f, -2f, 3f};
    OptimizerState state = OptimizerState.of(ADAMW, layout());
    state.step(values, new float[] {0.5f, -4f, 1e-3f}, 0.01);
    assertArrayEquals(
        new float[] {1f * 0.999f - 0.01f, -2f * 0.999f + 0.01f, 3f - 0.01f}, values, 1e-6f);
  }

  /** Values of torch.optim.AdamW (PyTorch 1.13) with the same numbers and gradients. */
  @Test
  void agreesWithPyTorchOverFiveSteps() {
    float[] values = {1f, -2f, 3f};
    OptimizerState state = OptimizerState.of(ADAMW, layout());
    for (int t = 1; t <= 5; t++) {
      float[] gradient = {0.5f * t, -1f / t, t % 2 == 0 ? 2f : -3f};
      state.step(values, gradient, 0.01 / t);
    }
    assertArrayEquals(PYTORCH, values, 1e-6f);
  }

  private static final float[] PYTORCH = {0.9754156f, -1.974246f, 3.013498f};

  @Test
  void resumesFromItsMemoryExactly() {
    float[] straight = {1f, -2f, 3f};
    OptimizerState state = OptimizerState.of(ADAMW, layout());
    float[] gradient = {0.3f, -0.2f, 0.1f};
    for (int t = 0; t < 4; t++) {
      state.step(straight, gradient, 0.01);
    }
    float[] resumed = {1f, -2f, 3f};
    OptimizerState first = OptimizerState.of(ADAMW, layout());
    first.step(resumed, gradient, 0.01);
    first.step(resumed, gradient, 0.01);
    OptimizerState second = OptimizerState.of(ADAMW, layout());
    first.memory().forEach((n, a) -> System.arraycopy(a, 0, second.memory().get(n), 0, a.length));
    second.resume(2);
    second.step(resumed, gradient, 0.01);
    second.step(resumed, gradient, 0.01);
    assertArrayEquals(straight, resumed, 0f);
    assertEquals(2, state.memory().size());
  }
}
