package io.boxfit.train.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.random.Seed;
import io.boxfit.model.network.Network;
import io.boxfit.model.recipe.Recipes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single layers against their definitions, written out by layers_golden.py: values, gradients. */
class LayerGoldenTest {
  private static final int COUNT = 2;
  private static JsonNode header;
  private static ByteBuffer data;

  @BeforeAll
  static void load() throws IOException {
    Engine.start();
    try (InputStream in = LayerGoldenTest.class.getResourceAsStream("/golden/layers.safetensors")) {
      ByteBuffer all = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] head = new byte[(int) all.getLong()];
      all.get(head);
      header = new ObjectMapper().readTree(head);
      data = all.slice();
    }
  }

  private static float[] golden(String name) {
    JsonNode offsets = header.required(name).required("data_offsets");
    byte[] bytes = new byte[offsets.get(1).asInt() - offsets.get(0).asInt()];
    data.duplicate().position(offsets.get(0).asInt()).get(bytes);
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "conv | conv2d: {filters: 4, kernel: 3}",
        "convSame | conv2d: {filters: 4, kernel: 4, padding: same}",
        "convSameStride | conv2d: {filters: 4, kernel: 3, stride: 2, padding: same}",
        "convDilated | conv2d: {filters: 2, kernel: 2, stride: 2, padding: same, dilation: 3, bias:"
            + " false}",
        "convGroups | conv2d: {filters: 6, kernel: 3, dilation: 2, groups: 3}",
        "depthwise | depthwiseConv2d: {kernel: 3, multiplier: 2, stride: 2, padding: same}",
        "separable | separableConv2d: {filters: 5, kernel: 4, multiplier: 2, padding: same}",
        "maxPool | maxPool2d: {kernel: 3, stride: 2}",
        "maxPoolSame | maxPool2d: {kernel: 3, stride: 2, padding: same}",
        "averagePool | averagePool2d: {kernel: 3, stride: 2}",
        "averagePoolSame | averagePool2d: {kernel: 4, stride: 3, padding: same}",
        "globalAverage | globalAveragePool2d: {}",
        "globalMax | globalMaxPool2d: {}",
        "batchNorm | batchNorm: {}",
        "layerNorm | layerNorm: {}",
        "leakyRelu | leakyRelu: {slope: 0.2}",
        "elu | elu: {alpha: 0.7}",
        "gelu | gelu: {}",
        "silu | silu: {}",
        "tanh | tanh: {}",
        "sigmoid | sigmoid: {}",
        "softmax | softmax: {}"
      })
  void valuesAndGradientsAreThoseOfTheDefinition(String name, String layer) {
    Network network =
        Recipes.load(
                "reliable",
                List.of(
                    "input={width: 10, height: 7, channels: 3}",
                    "network=[{" + layer + ", name: it}, flatten, {dense: {units: 4}}]"))
            .network();
    ParameterLayout layout = ParameterLayout.of(network);
    float[] weights = new float[layout.length()];
    for (ParameterLayout.Slot slot : layout.slots()) {
      String part = slot.parameter().parameter().name();
      if (slot.parameter().node().name().equals("it")
          && slot.parameter().parameter().role().trained()) {
        float[] values = golden(name + "/parameter." + part);
        assertEquals(slot.length(), values.length, part);
        System.arraycopy(values, 0, weights, slot.offset(), values.length);
      }
    }
    EngineParameters parameters = new EngineParameters(layout);
    parameters.load(weights);
    float[] gradient = new float[layout.length()];
    try (PointerScope scope = new PointerScope()) {
      Tensor image = EngineArrays.tensor(golden(name + "/input"), COUNT, 3, 7, 10);
      Tensor out =
          new Interpreter(network, parameters)
              .train(image, new TrainingPass(new Seed(1), 0))
              .get("it");
      assertArrayEquals(golden(name + "/output"), EngineArrays.array(out), 2e-5f, name);
      if (out.requires_grad()) {
        Tensor factors = EngineArrays.tensor(golden(name + "/weights"), out.numel());
        out.flatten().mul(factors).sum().backward();
        parameters.readGradient(gradient);
      }
    }
    for (ParameterLayout.Slot slot : layout.slots()) {
      String key = name + "/gradient." + slot.parameter().parameter().name();
      float[] expected =
          slot.parameter().node().name().equals("it") && header.has(key)
              ? golden(key)
              : new float[slot.length()];
      float[] actual = layout.split(gradient).get(slot.parameter().name());
      assertArrayEquals(expected, actual, 2e-4f, slot.parameter().name());
    }
  }
}
