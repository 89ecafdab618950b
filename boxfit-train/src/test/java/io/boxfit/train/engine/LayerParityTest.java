package io.boxfit.train.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Parameter;
import io.boxfit.model.network.Network;
import io.boxfit.model.onnx.ModelCard;
import io.boxfit.model.onnx.OnnxModel;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With random weights and pictures the engine and the shipped file give the same, layer by layer:
 * what a layer gives is added up by a dense layer with random weights, so every number counts. And
 * a recipe with the layer is read back as it was written.
 */
class LayerParityTest {
  private static final int WIDTH = 23;
  private static final int HEIGHT = 18;
  private static final int COUNT = 3;
  private static final String CONV = "conv2d: {filters: 6, kernel: 3, padding: same}";

  @BeforeAll
  static void start() {
    Engine.start();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "conv2d: {filters: 3, kernel: 4, padding: same}",
        "conv2d: {filters: 3, kernel: 3, stride: 2, padding: same}",
        "conv2d: {filters: 3, kernel: 3, stride: 2, padding: half}",
        "conv2d: {filters: 4, kernel: 3, padding: valid, dilation: 2, groups: 2, bias: false}",
        "conv2d: {filters: 4, kernel: 2, padding: same, dilation: 3, stride: 2, groups: 2}",
        "depthwiseConv2d: {kernel: 3, multiplier: 2, padding: same, stride: 2}",
        "depthwiseConv2d: {kernel: 3, dilation: 2, bias: false}",
        "separableConv2d: {filters: 5, kernel: 4, multiplier: 2, padding: same}",
        "separableConv2d: {filters: 5, kernel: 3, stride: 2, bias: false}",
        "maxPool2d: {kernel: 3, stride: 2}",
        "maxPool2d: {kernel: 3, stride: 2, padding: same}",
        "maxPool2d: {kernel: 2, stride: 2, padding: same}",
        "averagePool2d: {kernel: 3, stride: 2, padding: same}",
        "averagePool2d: {kernel: 2, stride: 2, padding: same}",
        "averagePool2d: {kernel: 3, stride: 1, padding: half}",
        "averagePool2d: {kernel: 4, stride: 3}",
        "globalAveragePool2d",
        "globalMaxPool2d",
        "batchNorm",
        "batchNorm: {momentum: 0.9, epsilon: 0.5}",
        "layerNorm",
        "groupNorm: {groups: 3}",
        "reshape: {sizes: [-1, 9, 46]}",
        "dropout: {share: 0.5}",
        "relu",
        "leakyRelu",
        "leakyRelu: {slope: 0.05}",
        "elu",
        "elu: {alpha: 0.3}",
        "gelu",
        "silu",
        "sigmoid",
        "tanh",
        "softmax",
        "linear"
      })
  void engineAndFileAgree(String layer) {
    agree("[{" + CONV + "}, {" + entry(layer) + "}, flatten, {dense: {units: 4}}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[flatten, {dense: {units: 7}}, batchNorm, {dense: {units: 4}}]",
        "[flatten, {dense: {units: 7}}, layerNorm, softmax, {dense: {units: 4, bias: false}}]",
        "[{conv2d: {filters: 4, kernel: 16}}, {leakyRelu: {slope: 0.2}}, {maxPool2d: {kernel: 3,"
            + " stride: 2}}, {dropout: {share: 0.2}}, flatten, {dense: {units: 4}}, sigmoid]",
        "[{conv2d: {filters: 4, kernel: 17, padding: same}}, relu, globalAveragePool2d, {dense:"
            + " {units: 4}}]",
        "[{conv2d: {filters: 4, kernel: 3, padding: same}, name: a}, batchNorm, relu, {conv2d:"
            + " {filters: 4, kernel: 3, padding: same}, name: b}, {add: {}, from: [a, b], name: c},"
            + " relu, {concat: {}, from: [relu2, a]}, {maxPool2d: {kernel: 2, stride: 2, padding:"
            + " same}, name: half}, {upsample2d: {factor: 2}, from: [half, a]}, globalMaxPool2d, linear, {dense:"
            + " {units: 4}}]",
        // Layers that need their own output for their gradient, or give a view of their input.
        "[{conv2d: {filters: 4, kernel: 3}}, sigmoid, relu, relu, tanh, leakyRelu, flatten, relu,"
            + " {dense: {units: 4}}, linear, relu]"
      })
  void networksAgree(String layers) {
    agree(layers);
  }

  /** Inverted boxes come out as they are. */
  @ParameterizedTest
  @ValueSource(strings = {"xyxy", "yxyx", "xywh", "cxcywh"})
  void boxesOfHeadsAgree(String format) {
    for (String unit : List.of("relative", "pixels")) {
      String head = "{boxHead: {format: " + format + ", unit: " + unit + "}}";
      agree("[flatten, {dense: {units: 4}}, " + head + "]");
    }
  }

  private static String entry(String layer) {
    return layer.contains(":") ? layer : layer + ": {}";
  }

  private static void agree(String layers) {
    String input = "input={width: " + WIDTH + ", height: " + HEIGHT + ", channels: 1}";
    Recipe recipe = Recipes.load("reliable", List.of(input, "network=" + layers));
    assertEquals(recipe, Recipes.parse(RecipeYaml.write(recipe), "written", List.of()));
    Network network = recipe.network();
    ParameterLayout layout = ParameterLayout.of(network);
    RandomStream random = new Seed(5).stream("parity");
    float[] weights = weights(layout, random);
    byte[] grays = new byte[COUNT * WIDTH * HEIGHT];
    for (int i = 0; i < grays.length; i++) {
      grays[i] = (byte) random.nextInt(256);
    }
    List<Prediction> shipped = shipped(network, layout, weights, grays);
    float[] engine = engine(network, layout, weights, grays);
    double largest = 0;
    for (float side : engine) {
      largest = Math.max(largest, Math.abs(side));
    }
    assertTrue(largest > 1e-3, "something comes out");
    boolean putInOrder = !(network.last().layer() instanceof BoxHead);
    for (int i = 0; i < COUNT; i++) {
      Box box = shipped.get(i).unrounded();
      double[] sides = {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
      for (int side = 0; side < 4; side++) {
        float one = engine[4 * i + side];
        float other = engine[4 * i + (side + 2) % 4];
        float ordered = side < 2 ? Math.min(one, other) : Math.max(one, other);
        assertEquals(
            putInOrder ? ordered : one,
            sides[side],
            2e-5 * Math.max(1, largest),
            layers + " side " + side);
      }
    }
  }

  private static float[] weights(ParameterLayout layout, RandomStream random) {
    float[] weights = new float[layout.length()];
    for (ParameterLayout.Slot slot : layout.slots()) {
      boolean variance = slot.parameter().parameter().role() == Parameter.Role.MOVING_VARIANCE;
      for (int i = slot.offset(); i < slot.offset() + slot.length(); i++) {
        double value = 0.3 * random.nextGaussian();
        weights[i] = (float) (variance ? 0.1 + Math.abs(value) : value);
      }
    }
    return weights;
  }

  private static float[] engine(
      Network network, ParameterLayout layout, float[] weights, byte[] grays) {
    EngineParameters parameters = new EngineParameters(layout);
    parameters.load(weights);
    float[] images = new float[grays.length];
    for (int i = 0; i < grays.length; i++) {
      images[i] = ((grays[i] & 255) - 127.5f) / 127.5f;
    }
    float[] used;
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      used =
          EngineArrays.array(
              new Interpreter(network, parameters)
                  .predict(EngineArrays.tensor(images, COUNT, 1, HEIGHT, WIDTH)));
    }
    trains(network, parameters, images);
    return used;
  }

  /** The gradient can be computed and is a number. */
  private static void trains(Network network, EngineParameters parameters, float[] images) {
    try (PointerScope scope = new PointerScope()) {
      parameters.clearGradient();
      new Interpreter(network, parameters)
          .train(
              EngineArrays.tensor(images, COUNT, 1, HEIGHT, WIDTH),
              new TrainingPass(new Seed(1), 0))
          .get(network.output())
          .square()
          .sum()
          .backward();
      float[] gradient = new float[(int) network.parameterCount()];
      parameters.readGradient(gradient);
      double sum = 0;
      for (float value : gradient) {
        sum += (double) value * value;
      }
      assertTrue(sum > 0 && Double.isFinite(sum), "gradient " + sum);
    }
  }

  private static List<Prediction> shipped(
      Network network, ParameterLayout layout, float[] weights, byte[] grays) {
    ModelCard card = new ModelCard("0", List.of("it"), "0", new Box(0, 0, 1, 1), false);
    byte[] file = OnnxModel.of(network, layout.split(weights), card).bytes();
    try (BoxPredictor predictor = BoxPredictor.load(file)) {
      PixelBatch batch = PixelBatch.allocate(COUNT, HEIGHT, WIDTH, 3);
      for (int i = 0; i < grays.length; i++) {
        for (int channel = 0; channel < 3; channel++) {
          batch.pixels().put(3 * i + channel, grays[i]);
        }
      }
      return predictor.predictAll(batch);
    }
  }
}
