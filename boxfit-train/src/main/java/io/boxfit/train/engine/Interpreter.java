package io.boxfit.train.engine;

import io.boxfit.model.layer.Add;
import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.LayerTable;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.RoundBox;
import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.layer.Standardize;
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

/**
 * Computes a network on the engine, node by node.
 *
 * <p>Tensors are made in the caller's PointerScope and die with it. Belongs to one worker.
 */
public final class Interpreter {
  private static final LayerTable<LayerCall, Tensor> LAYERS =
      LayerTable.<LayerCall, Tensor>builder()
          .on(Add.class, (layer, call) -> call.input(0).add(call.input(1)))
          .on(BestCandidate.class, BoxLayers::bestCandidate)
          .on(CellBoxes.class, BoxLayers::cellBoxes)
          .on(Concat.class, MapLayers::concat)
          .on(Conv1D.class, MapLayers::conv1d)
          .on(Conv2D.class, MapLayers::conv2d)
          .on(CropWindow.class, BoxLayers::cropWindow)
          .on(Enlarge.class, BoxLayers::enlarge)
          .on(GroupNorm.class, MapLayers::groupNorm)
          .on(Marginal.class, MapLayers::marginal)
          .on(PixelShuffle1D.class, MapLayers::pixelShuffle1d)
          .on(ReLU.class, MapLayers::relu)
          .on(RoundBox.class, (layer, call) -> call.input(0).detach().round())
          .on(SideOffsets.class, StripLayers::sideOffsets)
          .on(SideStrips.class, StripLayers::sideStrips)
          .on(SoftArgmaxBox.class, BoxLayers::softArgmaxBox)
          .on(Standardize.class, MapLayers::standardize)
          .on(TopCells.class, BoxLayers::topCells)
          .on(Upsample2D.class, MapLayers::upsample2d)
          .build();

  private final Network network;
  private final EngineParameters parameters;
  private final Set<String> usedOnce = new HashSet<>();

  /**
   * @param network what is computed
   * @param parameters its parameters, which may change between calls
   */
  public Interpreter(Network network, EngineParameters parameters) {
    this.network = network;
    this.parameters = parameters;
    Set<String> used = new HashSet<>();
    for (Node node : network.nodes()) {
      for (String input : node.inputs()) {
        if (used.add(input)) {
          usedOnce.add(input);
        } else {
          usedOnce.remove(input);
        }
      }
    }
    usedOnce.remove(Network.IMAGE);
  }

  /**
   * Every node's output by name, as in training: the caller says where the network looks.
   *
   * @param image (N, channels, height, width), scaled as {@code Input} says
   * @param guide points the network
   */
  public Map<String, Tensor> train(Tensor image, Guide guide) {
    return compute(image, Optional.of(guide));
  }

  /** The box that the network gives out, (N, 4), before any rounding. */
  public Tensor predict(Tensor image) {
    return outputs(image).get(network.output());
  }

  /** Every node's output by name, as when the network is used. */
  public Map<String, Tensor> outputs(Tensor image) {
    return compute(image, Optional.empty());
  }

  private Map<String, Tensor> compute(Tensor image, Optional<Guide> guide) {
    Map<String, Tensor> outputs = new HashMap<>();
    outputs.put(Network.IMAGE, image);
    for (Node node : network.nodes()) {
      LayerCall call = new LayerCall(this, node, outputs);
      outputs.put(
          node.name(),
          guide
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

  /** One node about to be computed. */
  record LayerCall(Interpreter interpreter, Node node, Map<String, Tensor> outputs) {

    Tensor input(int index) {
      return outputs.get(node.inputs().get(index));
    }

    Tensor parameter(String name) {
      return interpreter.parameters.leaf(node.name() + "." + name);
    }

    /** Whether nobody else reads the first input, so that it may be overwritten. */
    boolean ownsInput() {
      return interpreter.usedOnce.contains(node.inputs().get(0));
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
