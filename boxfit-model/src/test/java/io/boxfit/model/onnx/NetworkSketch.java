package io.boxfit.model.onnx;

import io.boxfit.model.layer.Add;
import io.boxfit.model.layer.Axis;
import io.boxfit.model.layer.BestCell;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.Layer;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.ReLU;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.layer.Standardize;
import io.boxfit.model.layer.Upsample2D;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Networks for tests, written down layer by layer. */
final class NetworkSketch {
  private final List<Node> nodes = new ArrayList<>();

  NetworkSketch add(String name, Layer layer, String... inputs) {
    nodes.add(new Node(name, layer, List.of(inputs)));
    return this;
  }

  Network network(Input input) {
    return new Network(input, nodes);
  }

  static Conv2D conv(int filters, int kernel, int stride, boolean bias) {
    return new Conv2D(filters, kernel, stride, Padding.HALF, bias, Optional.empty());
  }

  private NetworkSketch block(
      String name, int filters, int kernel, int stride, int groups, String from) {
    return add(name + ".conv", conv(filters, kernel, stride, false), from)
        .add(name + ".norm", new GroupNorm(groups, 1e-5), name + ".conv")
        .add(name, new ReLU(), name + ".norm");
  }

  private NetworkSketch residual(String name, int filters, String from) {
    return block(name + ".branch", filters, 3, 1, 8, from)
        .add(name, new Add(), from, name + ".branch");
  }

  private NetworkSketch side(String name, Axis axis, String from) {
    return add(name + ".marginal", new Marginal(axis), from)
        .add(name + ".a", conv1d(64, 5), name + ".marginal")
        .add(name + ".aRelu", new ReLU(), name + ".a")
        .add(name + ".b", conv1d(64, 5), name + ".aRelu")
        .add(name + ".bRelu", new ReLU(), name + ".b")
        .add(name + ".sum", new Add(), name + ".aRelu", name + ".bRelu")
        .add(name + ".c", conv1d(8, 3), name + ".sum")
        .add(name, new PixelShuffle1D(4), name + ".c");
  }

  private static Conv1D conv1d(int filters, int kernel) {
    return new Conv1D(filters, kernel, Padding.HALF, true, Optional.empty());
  }

  /** The network that reference_golden.py computes. */
  static Network coarseToFine(Input input) {
    return new NetworkSketch()
        .block("to2", 16, 5, 2, 4, "image")
        .block("to4", 24, 3, 2, 8, "to2")
        .block("to8", 48, 3, 2, 8, "to4")
        .residual("at8", 48, "to8")
        .block("to16", 64, 3, 2, 8, "at8")
        .residual("at16a", 64, "to16")
        .residual("at16b", 64, "at16a")
        .add("lateral", conv(48, 1, 1, true), "at16b")
        .add("up", new Upsample2D(2), "lateral", "at8")
        .add("sum", new Add(), "at8", "up")
        .block("merge", 48, 3, 1, 8, "sum")
        .add("raw", conv(5, 1, 1, true), "merge")
        .add("cells", new CellBoxes(8, 12), "raw")
        .add("coarse", new BestCell(), "cells")
        .add("window", new Enlarge(0.25, 3), "coarse")
        .add("view", new CropWindow(64), "image", "window")
        .add("crop", new Standardize(0.02), "view")
        .block("look2", 16, 5, 2, 4, "crop")
        .block("look4", 48, 3, 2, 8, "look2")
        .residual("at4", 48, "look4")
        .side("alongX", Axis.X, "at4")
        .side("alongY", Axis.Y, "at4")
        .add("final", new SoftArgmaxBox(), "alongX", "alongY", "window")
        .network(input);
  }
}
