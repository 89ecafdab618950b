package io.boxfit.model.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.initializer.Constant;
import io.boxfit.model.initializer.GlorotUniform;
import io.boxfit.model.initializer.HeNormal;
import io.boxfit.model.initializer.RandomNormal;
import io.boxfit.model.initializer.Zeros;
import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.DepthwiseConv2D;
import io.boxfit.model.layer.Elu;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.SeparableConv2D;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.loss.HuberLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import io.boxfit.model.optimizer.Adadelta;
import io.boxfit.model.optimizer.Clip;
import io.boxfit.model.optimizer.RmsProp;
import io.boxfit.model.optimizer.Sgd;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KerasFileTest {
  @TempDir private Path folder;

  /** The counts are Keras's own, of {@code model.count_params()}, and TensorFlow.js's. */
  @ParameterizedTest
  @CsvSource({
    "adadelta-mse.keras, 630",
    "adadelta-mse.h5, 630",
    "own-loss.json, 630",
    "branches.keras, 558",
    "branches.h5, 558",
    "branches.json, 558",
    "softmax.keras, 5842",
    "tfjs.json, 62184"
  })
  void hasAsManyParametersAsInKeras(String name, long count) {
    assertEquals(count, KerasFile.read(KerasFiles.named(name)).network().parameterCount());
  }

  @Test
  void archiveAndHdf5HoldTheSame() {
    KerasModel archive = KerasFile.read(KerasFiles.named("adadelta-mse.keras"));
    assertEquals(archive, KerasFile.read(KerasFiles.named("adadelta-mse.h5")));
    assertEquals(
        KerasFile.read(KerasFiles.named("branches.keras")),
        KerasFile.read(KerasFiles.named("branches.h5")));
    assertEquals(new Input(200, 100, 1), archive.network().input());
    assertEquals(Optional.of(new MseLoss()), archive.loss().orElseThrow().counterpart());
    assertEquals(
        Optional.of(new Adadelta(0.001, 0.95, 1e-7, Optional.empty())),
        archive.optimizer().orElseThrow().counterpart());
    assertEquals(new GlorotUniform(), archive.kernel());
    assertEquals(new Zeros(), archive.bias());
  }

  @Test
  void layersOfAGraphKeepTheirNumbersAndTheirInputs() {
    Network network = KerasFile.read(KerasFiles.named("branches.keras")).network();
    assertEquals(new Input(48, 32, 3), network.input());
    assertEquals(
        new Conv2D(
            4, 3, 1, Padding.SAME, false, Optional.of(new HeNormal()), 1, 1, Optional.empty()),
        layer(network, "stem"));
    assertEquals(List.of(Network.IMAGE), node(network, "stem").inputs());
    assertEquals(new BatchNorm(0.9, 0.001), layer(network, "batch_normalization"));
    assertEquals(List.of("re_lu", "branch.relu"), node(network, "add").inputs());
    assertTrue(layer(network, "separable") instanceof SeparableConv2D s && s.stride() == 2);
    assertTrue(
        layer(network, "depthwise") instanceof DepthwiseConv2D d
            && d.multiplier() == 2
            && d.dilation() == 2);
    assertEquals(
        new Dense(4, true, Optional.empty(), Optional.of(new Constant(0.5))),
        layer(network, "box"));
    assertEquals(new BoxHead(BoxFormat.XYXY, BoxUnit.RELATIVE), network.last().layer());
    assertEquals(List.of("box"), network.last().inputs());
  }

  @Test
  void optimiserWithItsClippingAndWhatIsLeftOut() {
    KerasModel model = KerasFile.read(KerasFiles.named("branches.keras"));
    assertEquals(
        Optional.of(
            new Sgd(
                0.05,
                0.9,
                true,
                Optional.of(new Clip(Optional.empty(), Optional.of(1.0), Optional.empty())))),
        model.optimizer().orElseThrow().counterpart());
    assertEquals(Optional.of(new HuberLoss(1)), model.loss().orElseThrow().counterpart());
    String notes = String.join("\n", model.notes());
    assertTrue(notes.contains("brings pixels to -1..1: 'rescaling'"), notes);
    assertTrue(notes.contains("kernel_regularizer left out: 'branch'"), notes);
    assertTrue(notes.contains("delta"), notes);
  }

  @Test
  void modelWithinAModelAndAScheduleOfTheLearningRate() {
    KerasModel model = KerasFile.read(KerasFiles.named("softmax.keras"));
    List<Node> nodes = model.network().nodes();
    assertTrue(nodes.get(0).name().startsWith("backbone/"), nodes.toString());
    assertEquals(new Elu(1), nodes.get(1).layer());
    assertEquals(new Softmax(), nodes.get(nodes.size() - 2).layer());
    assertEquals(Optional.of(new L1Loss()), model.loss().orElseThrow().counterpart());
    assertTrue(
        model.optimizer().orElseThrow().counterpart().orElseThrow() instanceof RmsProp r
            && r.learningRate() == 0.002);
    assertTrue(model.notes().toString().contains("ExponentialDecay"), model.notes().toString());
  }

  @Test
  void ownLossIsKnownByItsName() {
    KerasModel model = KerasFile.read(KerasFiles.named("own-loss.json"));
    assertEquals("minus_log_iou", model.loss().orElseThrow().name());
    assertEquals(Optional.of(new LnIouLoss()), model.loss().orElseThrow().counterpart());
    assertTrue(model.notes().toString().contains("'minus_log_iou', which is taken for lnIou"));
  }

  @Test
  void accuracyIsNoted() {
    List<String> notes = KerasFile.read(KerasFiles.named("tfjs.json")).notes();
    assertTrue(notes.toString().contains("its metric 'accuracy'"), notes.toString());
  }

  @Test
  void keras2SpellsItsLayersOtherwise() {
    KerasModel model =
        read(
            KerasFiles.toBox(
                """
                    {"class_name": "Conv2D", "config": {"name": "conv2d_1", "filters": 5,
                      "kernel_size": [3, 3], "strides": [2, 2], "padding": "valid",
                      "data_format": "channels_last", "dilation_rate": [1, 1],
                      "activation": "relu", "use_bias": true,
                      "kernel_initializer": {"class_name": "VarianceScaling", "config":
                        {"scale": 2.0, "mode": "fan_in", "distribution": "normal", "seed": null}},
                      "bias_initializer": {"class_name": "Zeros", "config": {}}}},
                    {"class_name": "LeakyReLU", "config": {"name": "leaky",
                      "alpha": 0.20000000298023224}},
                    {"class_name": "AveragePooling2D", "config": {"name": "pool",
                      "pool_size": [2, 2], "padding": "same", "strides": null}},
                    {"class_name": "Activation", "config": {"name": "end",
                      "activation": "sigmoid"}},
                    """));
    Network network = model.network();
    assertEquals(new HeNormal(), model.kernel());
    assertEquals(
        new Dense(4, true, Optional.of(new GlorotUniform()), Optional.empty()),
        layer(network, "four"));
    assertEquals(new Input(32, 24, 1), network.input());
    assertEquals(
        new Conv2D(5, 3, 2, Padding.VALID, true, Optional.empty(), 1, 1, Optional.empty()),
        layer(network, "conv2d_1"));
    assertEquals(new ReLU(), layer(network, "conv2d_1.relu"));
    assertEquals(new LeakyReLU(0.2), layer(network, "leaky"));
    assertEquals(new AveragePool2D(2, 2, Padding.SAME), layer(network, "pool"));
    assertEquals(new Sigmoid(), layer(network, "end"));
    assertEquals(Shape.of(5, 6, 8), network.shapes().get("pool"));
  }

  @Test
  void graphsOfKeras2NameTheirInputsInLists() {
    KerasModel model =
        read(
            """
                {"class_name": "Model", "config": {"name": "model_1", "layers": [
                  {"name": "four", "class_name": "Dense", "config": {"name": "four", "units": 4,
                    "kernel_initializer": "random_normal"},
                    "inbound_nodes": [[["sum", 0, 0, {}]]]},
                  {"name": "in", "class_name": "InputLayer", "config":
                    {"batch_input_shape": [null, 8, 8, 3], "name": "in"}, "inbound_nodes": []},
                  {"name": "flat", "class_name": "Flatten", "config": {"name": "flat"},
                    "inbound_nodes": [[["in", 0, 0, {}]]]},
                  {"name": "a", "class_name": "Dense", "config": {"name": "a", "units": 6},
                    "inbound_nodes": [[["flat", 0, 0, {}]]]},
                  {"name": "b", "class_name": "Dense", "config": {"name": "b", "units": 6},
                    "inbound_nodes": [[["flat", 0, 0, {}]]]},
                  {"name": "sum", "class_name": "Add", "config": {"name": "sum"},
                    "inbound_nodes": [[["a", 0, 0, {}], ["b", 0, 0, {}]]]}],
                  "input_layers": [["in", 0, 0]], "output_layers": [["four", 0, 0]]}}
                """);
    Network network = model.network();
    assertEquals(new RandomNormal(0.05), model.kernel());
    assertEquals(List.of("a", "b"), node(network, "sum").inputs());
    assertEquals(List.of("sum"), node(network, "four").inputs());
  }

  @Test
  void whatTrainsAloneIsLeftOutAndNamed() {
    KerasModel model =
        read(
            KerasFiles.toBox(
                """
                {"class_name": "GaussianNoise", "config": {"name": "noise", "stddev": 0.1}},
                {"class_name": "Conv2D", "config": {"name": "c", "filters": 2, "kernel_size": 3,
                  "trainable": false, "kernel_constraint": {"class_name": "MaxNorm"}}},
                """));
    String notes = String.join("\n", model.notes());
    assertTrue(notes.contains("GaussianNoise of the training alone: 'noise'"), notes);
    assertTrue(notes.contains("kernel_constraint left out: 'c'"), notes);
    assertTrue(notes.contains("frozen in the file, learns here: 'c'"), notes);
  }

  private KerasModel read(String json) {
    return KerasFile.read(KerasFiles.json(folder, json));
  }

  private static Node node(Network network, String name) {
    return network.nodes().stream().filter(n -> n.name().equals(name)).findFirst().orElseThrow();
  }

  private static Object layer(Network network, String name) {
    return node(network, name).layer();
  }
}
