package io.boxfit.train.engine;

import io.boxfit.model.layer.Add;
import io.boxfit.model.layer.AveragePool2D;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Dense;
import io.boxfit.model.layer.DepthwiseConv2D;
import io.boxfit.model.layer.Dropout;
import io.boxfit.model.layer.Elu;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.Flatten;
import io.boxfit.model.layer.Gelu;
import io.boxfit.model.layer.GlobalAveragePool2D;
import io.boxfit.model.layer.GlobalMaxPool2D;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.LayerNorm;
import io.boxfit.model.layer.LayerTable;
import io.boxfit.model.layer.LeakyReLU;
import io.boxfit.model.layer.Linear;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.MaxPool2D;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.Reshape;
import io.boxfit.model.layer.RoundBox;
import io.boxfit.model.layer.SeparableConv2D;
import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import io.boxfit.model.layer.Sigmoid;
import io.boxfit.model.layer.Silu;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.layer.Softmax;
import io.boxfit.model.layer.Standardize;
import io.boxfit.model.layer.Tanh;
import io.boxfit.model.layer.TopCells;
import io.boxfit.model.layer.Upsample2D;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Computes a network on the engine, node by node.
 *
 * <p>Tensors are made in the caller's PointerScope and die with it. Belongs to one worker.
 */
public final class Interpreter {
  private static final LayerTable<LayerCall, Tensor> LAYERS =
      LayerTable.<LayerCall, Tensor>builder()
          .on(Add.class, (layer, call) -> call.input(0).add(call.input(1)))
          .on(AveragePool2D.class, PoolLayers::averagePool2d)
          .on(BatchNorm.class, NormLayers::batchNorm)
          .on(BestCandidate.class, BoxLayers::bestCandidate)
          .on(BoxHead.class, BoxHeads::boxHead)
          .on(CellBoxes.class, BoxLayers::cellBoxes)
          .on(Concat.class, MapLayers::concat)
          .on(Conv1D.class, ConvolutionLayers::conv1d)
          .on(Conv2D.class, ConvolutionLayers::conv2d)
          .on(CropWindow.class, BoxLayers::cropWindow)
          .on(Dense.class, VectorLayers::dense)
          .on(DepthwiseConv2D.class, ConvolutionLayers::depthwiseConv2d)
          .on(Dropout.class, VectorLayers::dropout)
          .on(Elu.class, ActivationLayers::elu)
          .on(Enlarge.class, BoxLayers::enlarge)
          .on(Flatten.class, (layer, call) -> call.input(0).flatten(1, -1))
          .on(Gelu.class, (layer, call) -> torch.gelu(call.input(0)))
          .on(GlobalAveragePool2D.class, PoolLayers::globalAveragePool2d)
          .on(GlobalMaxPool2D.class, PoolLayers::globalMaxPool2d)
          .on(GroupNorm.class, NormLayers::groupNorm)
          .on(LayerNorm.class, NormLayers::layerNorm)
          .on(LeakyReLU.class, ActivationLayers::leakyRelu)
          .on(Linear.class, (layer, call) -> call.input(0))
          .on(Marginal.class, MapLayers::marginal)
          .on(MaxPool2D.class, PoolLayers::maxPool2d)
          .on(PixelShuffle1D.class, MapLayers::pixelShuffle1d)
          .on(ReLU.class, ActivationLayers::relu)
          .on(Reshape.class, VectorLayers::reshape)
          .on(RoundBox.class, (layer, call) -> call.input(0).detach().round())
          .on(SeparableConv2D.class, ConvolutionLayers::separableConv2d)
          .on(SideOffsets.class, StripLayers::sideOffsets)
          .on(SideStrips.class, StripLayers::sideStrips)
          .on(Sigmoid.class, (layer, call) -> call.input(0).sigmoid())
          .on(Silu.class, (layer, call) -> torch.silu(call.input(0)))
          .on(SoftArgmaxBox.class, BoxLayers::softArgmaxBox)
          .on(Softmax.class, (layer, call) -> call.input(0).softmax(1))
          .on(Standardize.class, NormLayers::standardize)
          .on(Tanh.class, (layer, call) -> call.input(0).tanh())
          .on(TopCells.class, BoxLayers::topCells)
          .on(Upsample2D.class, MapLayers::upsample2d)
          .build();

  /** Layers whose output is new memory that they do not need again for their own gradient. */
  private static final Set<Class<? extends Layer>> FREE_OUTPUT =
      Set.of(
          Add.class,
          BatchNorm.class,
          Conv1D.class,
          Conv2D.class,
          Dense.class,
          DepthwiseConv2D.class,
          GroupNorm.class,
          SeparableConv2D.class);

  private final Network network;
  private final EngineParameters parameters;
  private final Set<String> reusable = new HashSet<>();

  /**
   * @param network what is computed
   * @param parameters its parameters, which may change between calls
   */
  public Interpreter(Network network, EngineParameters parameters) {
    this.network = network;
    this.parameters = parameters;
    for (Node node : network.nodes()) {
      if (FREE_OUTPUT.contains(node.layer().getClass()) && uses(node.name()) == 1) {
        reusable.add(node.name());
      }
    }
  }

  private long uses(String output) {
    return network.nodes().stream()
        .flatMap(node -> node.inputs().stream())
        .filter(output::equals)
        .count();
  }

  /**
   * Every node's output by name, as in training.
   *
   * @param image (N, channels, height, width), scaled as {@code Input} says
   * @param pass what chance and the caller decide
   */
  public Map<String, Tensor> train(Tensor image, TrainingPass pass) {
    return compute(image, Optional.of(pass));
  }

  /** The box that the network gives out, (N, 4), before any rounding. */
  public Tensor predict(Tensor image) {
    return outputs(image).get(network.output());
  }

  /** Every node's output by name, as when the network is used. */
  public Map<String, Tensor> outputs(Tensor image) {
    return compute(image, Optional.empty());
  }

  private Map<String, Tensor> compute(Tensor image, Optional<TrainingPass> pass) {
    Map<String, Tensor> outputs = new HashMap<>();
    outputs.put(Network.IMAGE, image);
    for (Node node : network.nodes()) {
      LayerCall call = new LayerCall(this, node, outputs, pass);
      outputs.put(
          node.name(),
          pass.flatMap(TrainingPass::guide)
              .flatMap(g -> guided(node, call, g))
              .orElseGet(() -> LAYERS.apply(node.layer(), call)));
    }
    return outputs;
  }

  private static Optional<Tensor> guided(Node node, LayerCall call, Guide guide) {
    if (node.layer() instanceof TopCells) {
      return Optional.of(guide.window(call.input(0)));
    }
    if (node.layer() instanceof RoundBox) {
      return Optional.of(guide.anchor(call.input(0)));
    }
    // One window for each sample: nothing to decide between.
    return node.layer() instanceof BestCandidate ? Optional.of(call.input(0)) : Optional.empty();
  }

  /**
   * One node about to be computed.
   *
   * @param pass of the training; empty where the network is used
   */
  record LayerCall(
      Interpreter interpreter,
      Node node,
      Map<String, Tensor> outputs,
      Optional<TrainingPass> pass) {

    Tensor input(int index) {
      return outputs.get(node.inputs().get(index));
    }

    Tensor parameter(String name) {
      return interpreter.parameters.leaf(node.name() + "." + name);
    }

    /** Whether nobody else needs the first input's memory, so that it may be overwritten. */
    boolean ownsInput() {
      return interpreter.reusable.contains(node.inputs().get(0));
    }

    /** How many pictures are computed at once. */
    long pictures() {
      return outputs.get(Network.IMAGE).size(0);
    }

    /** The picture's width and height in pixels. */
    Input picture() {
      return interpreter.network.input();
    }
  }
}
