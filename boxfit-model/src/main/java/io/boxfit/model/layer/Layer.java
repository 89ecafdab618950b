package io.boxfit.model.layer;

import java.util.List;

/**
 * One step of a network, as a value: what it computes, not how.
 *
 * <p>The trainer interprets layers, the ONNX writer walks them, recipe files hold them. Every layer
 * is a record of numbers and enums; nothing is hidden in code. Shapes leave out the batch.
 */
public sealed interface Layer
    permits Add,
        AveragePool2D,
        BatchNorm,
        BestCandidate,
        BoxHead,
        CellBoxes,
        Concat,
        Conv1D,
        Conv2D,
        CropWindow,
        Dense,
        DepthwiseConv2D,
        Dropout,
        Elu,
        Enlarge,
        Flatten,
        Gelu,
        GlobalAveragePool2D,
        GlobalMaxPool2D,
        GroupNorm,
        LayerNorm,
        LeakyReLU,
        Linear,
        Marginal,
        MaxPool2D,
        PixelShuffle1D,
        ReLU,
        Reshape,
        RoundBox,
        SeparableConv2D,
        SideOffsets,
        SideStrips,
        Sigmoid,
        Silu,
        SoftArgmaxBox,
        Softmax,
        Standardize,
        Tanh,
        TopCells,
        Upsample2D {

  /**
   * The shape that comes out.
   *
   * @param inputs shapes that go in, in order
   * @throws io.boxfit.core.BadInputException if they do not fit; the message says what came and
   *     what is needed, the network adds the layer's name
   */
  Shape output(List<Shape> inputs);

  /** What is saved of this layer, in the order in which files hold it. */
  default List<Parameter> parameters(List<Shape> inputs) {
    return List.of();
  }

  /**
   * How many outputs of that shape there are for one picture: more than one between a layer that
   * looks at several places and the one that decides between them.
   *
   * @param inputs the same number for each input
   * @throws io.boxfit.core.BadInputException if they do not fit
   */
  default int rows(List<Integer> inputs) {
    Fit.require(
        inputs.stream().distinct().count() == 1,
        "needs inputs with one number of rows for each picture, got " + inputs);
    return inputs.get(0);
  }

  /** Multiplications with additions for one row; those of pointwise layers are not counted. */
  default long multiplyAdds(List<Shape> inputs) {
    return 0;
  }
}
