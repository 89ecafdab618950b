package io.boxfit.train.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Padding;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both ways to compute a convolution give the same values and gradients. */
class BlockConvolutionTest {
  private static final int FILTERS = 3;

  @BeforeAll
  static void start() {
    Engine.start();
  }

  private static Tensor leaf(RandomStream random, double scale, long... sizes) {
    long length = 1;
    for (long size : sizes) {
      length *= size;
    }
    float[] values = new float[(int) length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    Tensor tensor = EngineArrays.tensor(values, sizes);
    tensor.set_requires_grad(true);
    return tensor;
  }

  private static Tensor plain(Tensor map, Tensor kernel, TensorOptional bias) {
    long[] one = {1, 1};
    return torch.conv2d(map, kernel, bias, one, new long[] {0, 0}, one, 1);
  }

  /** Height, width, kernel: even, odd, a single place of output, a kernel as wide as the map. */
  @ParameterizedTest
  @CsvSource({"100,200,16", "37,41,16", "38,41,15", "16,16,16", "17,30,17", "23,20,20", "5,6,3"})
  void valuesAndGradientsAgree(int height, int width, int kernel) {
    for (boolean biased : new boolean[] {true, false}) {
      float[][] block = results(height, width, kernel, biased, true);
      float[][] plain = results(height, width, kernel, biased, false);
      String[] names = {"value", "map's gradient", "kernel's gradient", "bias's gradient"};
      for (int i = 0; i < plain.length; i++) {
        float largest = 1;
        for (float value : plain[i]) {
          largest = Math.max(largest, Math.abs(value));
        }
        assertArrayEquals(plain[i], block[i], 2e-5f * largest, names[i]);
      }
    }
  }

  private static float[][] results(
      int height, int width, int kernel, boolean biased, boolean inBlocks) {
    RandomStream random = new Seed(7).stream("convolution");
    try (PointerScope scope = new PointerScope()) {
      Tensor map = leaf(random, 1, 2, 1, height, width);
      Tensor numbers = leaf(random, 0.1, FILTERS, 1, kernel, kernel);
      Tensor added = leaf(random, 1, FILTERS);
      TensorOptional bias = biased ? new TensorOptional(added) : new TensorOptional();
      Tensor value = inBlocks ? BlockConvolution.of(map, numbers, bias) : plain(map, numbers, bias);
      assertEquals(height - kernel + 1, value.size(2));
      assertEquals(width - kernel + 1, value.size(3));
      Tensor weights = leaf(random, 1, 2, FILTERS, height - kernel + 1, width - kernel + 1);
      value.mul(weights.detach()).sum().backward();
      return new float[][] {
        EngineArrays.array(value),
        EngineArrays.array(map.grad()),
        EngineArrays.array(numbers.grad()),
        biased ? EngineArrays.array(added.grad()) : new float[0]
      };
    }
  }

  private static Conv2D conv(int filters, int kernel, int stride, int dilation) {
    return new Conv2D(filters, kernel, stride, Padding.VALID, true, Optional.empty(), dilation, 1);
  }

  @Test
  void onlyLargeKernelsOnOneChannelAreRewritten() {
    assertTrue(BlockConvolution.suits(conv(4, 16, 1, 1), 1));
    assertFalse(BlockConvolution.suits(conv(4, 16, 1, 1), 3), "channels");
    assertFalse(BlockConvolution.suits(conv(4, 8, 1, 1), 1), "kernel");
    assertFalse(BlockConvolution.suits(conv(4, 16, 2, 1), 1), "stride");
    assertFalse(BlockConvolution.suits(conv(4, 16, 1, 2), 1), "dilation");
    assertFalse(BlockConvolution.suits(conv(64, 16, 1, 1), 1), "filters");
  }
}
