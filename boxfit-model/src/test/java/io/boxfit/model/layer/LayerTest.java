package io.boxfit.model.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import io.boxfit.model.initializer.Constant;
import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.initializer.Orthogonal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerTest {
  private static final Shape MAP = Shape.of(6, 13, 25);
  private static final Shape ROW = Shape.of(8, 16);
  private static final Shape BOX = Shape.of(4);

  private static Layer conv2d(int filters, int kernel, int stride, Padding padding, boolean bias) {
    return new Conv2D(filters, kernel, stride, padding, bias, Optional.empty());
  }

  /** Layer, inputs, output, parameters, multiply-adds; all counted by hand. */
  static Stream<Arguments> fits() {
    return Stream.of(
        Arguments.of(conv2d(2, 3, 1, Padding.VALID, true), List.of(MAP), "2x11x23", 110, 27_324),
        Arguments.of(conv2d(2, 3, 2, Padding.HALF, false), List.of(MAP), "2x7x13", 108, 9_828),
        Arguments.of(
            new Conv1D(3, 5, Padding.HALF, true, Optional.empty()),
            List.of(ROW),
            "3x16",
            123,
            1_920),
        Arguments.of(new GroupNorm(3, 1e-5), List.of(MAP), "6x13x25", 12, 0),
        Arguments.of(new ReLU(), List.of(ROW), "8x16", 0, 0),
        Arguments.of(new MaxPool2D(3, 2, Padding.VALID), List.of(MAP), "6x6x12", 0, 0),
        Arguments.of(
            new Conv2D(4, 3, 2, Padding.SAME, true, Optional.empty(), 2, 2),
            List.of(MAP),
            "4x7x13",
            112,
            9_828),
        Arguments.of(conv2d(2, 4, 1, Padding.SAME, false), List.of(MAP), "2x13x25", 192, 62_400),
        Arguments.of(
            new DepthwiseConv2D(3, 2, 1, Padding.VALID, 1, true, Optional.empty()),
            List.of(MAP),
            "12x11x23",
            120,
            27_324),
        Arguments.of(
            new SeparableConv2D(5, 3, 2, 1, Padding.VALID, 1, true, Optional.empty()),
            List.of(MAP),
            "5x11x23",
            173,
            42_504),
        Arguments.of(new AveragePool2D(2, 2, Padding.SAME), List.of(MAP), "6x7x13", 0, 0),
        Arguments.of(new GlobalAveragePool2D(), List.of(MAP), "6", 0, 0),
        Arguments.of(new GlobalMaxPool2D(), List.of(MAP), "6", 0, 0),
        Arguments.of(new BatchNorm(0.99, 1e-3), List.of(MAP), "6x13x25", 24, 0),
        Arguments.of(new LayerNorm(1e-3), List.of(ROW), "8x16", 16, 0),
        Arguments.of(new Reshape(List.of(13, -1, 5)), List.of(MAP), "13x30x5", 0, 0),
        Arguments.of(new Softmax(), List.of(BOX), "4", 0, 0),
        Arguments.of(new Dropout(0.2), List.of(MAP), "6x13x25", 0, 0),
        Arguments.of(new Flatten(), List.of(MAP), "1950", 0, 0),
        Arguments.of(
            new Dense(7, true, Optional.empty()), List.of(Shape.of(1950)), "7", 13_657, 13_650),
        Arguments.of(new LeakyReLU(0.2), List.of(MAP), "6x13x25", 0, 0),
        Arguments.of(new Sigmoid(), List.of(BOX), "4", 0, 0),
        Arguments.of(new Add(), List.of(MAP, MAP), "6x13x25", 0, 0),
        Arguments.of(new Concat(), List.of(ROW, Shape.of(3, 16)), "11x16", 0, 0),
        Arguments.of(new Upsample2D(2), List.of(Shape.of(9, 7, 13), MAP), "9x13x25", 0, 0),
        Arguments.of(new CellBoxes(8, 12), List.of(Shape.of(5, 13, 25)), "5x325", 0, 0),
        Arguments.of(new TopCells(1, 0.4), List.of(Shape.of(5, 325)), "5", 0, 0),
        Arguments.of(new RoundBox(), List.of(Shape.of(4)), "4", 0, 0),
        Arguments.of(
            new BestCandidate(), List.of(Shape.of(4), Shape.of(1, 1), Shape.of(5)), "4", 0, 0),
        Arguments.of(
            new SideStrips(16, 48, 2),
            List.of(Shape.of(3, 100, 200), Shape.of(4)),
            "3x48x16",
            0,
            0),
        Arguments.of(new SideOffsets(), List.of(Shape.of(1, 16), Shape.of(4)), "4", 0, 0),
        Arguments.of(new Enlarge(0.25, 3), List.of(BOX), "4", 0, 0),
        Arguments.of(new CropWindow(64), List.of(MAP, BOX), "6x64x64", 0, 0),
        Arguments.of(new Standardize(0.02), List.of(MAP), "6x13x25", 0, 0),
        Arguments.of(new Marginal(Axis.X), List.of(MAP), "12x25", 0, 0),
        Arguments.of(new Marginal(Axis.Y), List.of(MAP), "12x13", 0, 0),
        Arguments.of(new PixelShuffle1D(4), List.of(ROW), "2x64", 0, 0),
        Arguments.of(
            new SoftArgmaxBox(), List.of(Shape.of(2, 64), Shape.of(2, 64), BOX), "4", 0, 0));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void shapesAndCounts(Layer layer, List<Shape> inputs, String output, long parameters, long adds) {
    assertEquals(output, layer.output(inputs).toString());
    assertEquals(
        parameters, layer.parameters(inputs).stream().mapToLong(p -> p.shape().elements()).sum());
    assertEquals(adds, layer.multiplyAdds(inputs));
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        Arguments.of(new ReLU(), List.of(MAP, MAP), "needs 1 input(s), got 2"),
        Arguments.of(
            conv2d(1, 3, 1, Padding.VALID, true),
            List.of(ROW),
            "needs a map (channels x height x width), got 8x16"),
        Arguments.of(
            conv2d(1, 14, 1, Padding.VALID, true),
            List.of(MAP),
            "a kernel of 14 does not fit into 13"),
        Arguments.of(
            new GroupNorm(4, 1e-5),
            List.of(MAP),
            "groups must divide the channels: 4 groups, 6 channels"),
        Arguments.of(
            new Add(), List.of(MAP, ROW), "needs two inputs of one shape, got 6x13x25 and 8x16"),
        Arguments.of(
            new Concat(),
            List.of(MAP, ROW),
            "needs inputs that differ in channels only, got 6x13x25 and 8x16"),
        Arguments.of(
            new Upsample2D(2),
            List.of(Shape.of(9, 6, 13), MAP),
            "cannot reach the size of 6x13x25 from 9x6x13 with factor 2"),
        Arguments.of(
            new PixelShuffle1D(3),
            List.of(ROW),
            "factor must divide the channels: factor 3, input 8x16"),
        Arguments.of(
            new Dense(7, true, Optional.empty()),
            List.of(MAP),
            "needs a vector (put a flatten layer before it), got 6x13x25"),
        Arguments.of(
            new Conv2D(4, 3, 1, Padding.VALID, true, Optional.empty(), 1, 4),
            List.of(MAP),
            "groups must divide the channels: 4 groups, 6 channels"),
        Arguments.of(
            new Conv2D(4, 3, 1, Padding.VALID, true, Optional.empty(), 7, 1),
            List.of(MAP),
            "a kernel of 15 does not fit into 13"),
        Arguments.of(
            new GlobalMaxPool2D(),
            List.of(ROW),
            "needs a map (channels x height x width), got 8x16"),
        Arguments.of(
            new Reshape(List.of(7, -1)),
            List.of(MAP),
            "cannot lay out the 1950 numbers of 6x13x25 as [7, -1]"),
        Arguments.of(
            new MaxPool2D(14, 1, Padding.VALID),
            List.of(MAP),
            "a kernel of 14 does not fit into 13"),
        Arguments.of(new Enlarge(0, 0), List.of(ROW), "needs a box (4 numbers), got 8x16"),
        Arguments.of(
            new TopCells(1, 0.4),
            List.of(ROW),
            "needs cells of 5 numbers (logit and box), got 8x16"));
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void errorsSayWhatCameAndWhatIsNeeded(Layer layer, List<Shape> inputs, String message) {
    assertEquals(
        message, assertThrows(BadInputException.class, () -> layer.output(inputs)).getMessage());
  }

  @Test
  void aTableMustHaveEveryKind() {
    var builder = LayerTable.<String, String>builder().on(Add.class, (layer, context) -> context);
    String message = assertThrows(IllegalStateException.class, builder::build).getMessage();
    assertTrue(message.startsWith("no entry for layer "), message);
  }

  @Test
  void depthwiseFansAreCountedAsInKeras() {
    Parameter kernel =
        new DepthwiseConv2D(3, 2, 1, Padding.VALID, 1, true, Optional.empty())
            .parameters(List.of(MAP))
            .get(0);
    assertEquals(6 * 9, kernel.fanIn());
    assertEquals(2 * 9, kernel.fanOut());
  }

  /** Size, window and stride to zeros before and behind: Keras's rule, by hand. */
  @Test
  void paddingSameAddsTheOddPlaceAtTheEnd() {
    assertEquals(new Margin(1, 2), Padding.SAME.margin(13, 4, 1));
    assertEquals(new Margin(0, 1), Padding.SAME.margin(100, 3, 2));
    assertEquals(new Margin(1, 1), Padding.SAME.margin(13, 3, 2));
    assertEquals(new Margin(0, 0), Padding.SAME.margin(9, 2, 3));
    assertEquals(new Margin(1, 1), Padding.HALF.margin(100, 3, 2));
    assertEquals(new Margin(2, 2), Padding.HALF.margin(100, 4, 1));
  }

  @Test
  void fansAreCountedAsInitialisersCount() {
    Parameter kernel = conv2d(2, 3, 1, Padding.VALID, true).parameters(List.of(MAP)).get(0);
    assertEquals(6 * 9, kernel.fanIn());
    assertEquals(2 * 9, kernel.fanOut());
  }

  /** Keras: in * window and out * window of a convolution, both lengths of a matrix. */
  @Test
  void fansOfTheOtherKernelsAreThoseOfKeras() {
    assertFans(
        4 * 5, 7 * 5, new Conv1D(7, 5, Padding.VALID, true, Optional.empty()), Shape.of(4, 20));
    assertFans(300, 64, new Dense(64, true, Optional.empty()), Shape.of(300));
    assertFans(
        3 * 9,
        4 * 9,
        new Conv2D(4, 3, 1, Padding.VALID, true, Optional.empty(), 1, 2),
        Shape.of(6, 9, 9));
  }

  private static void assertFans(long fanIn, long fanOut, Layer layer, Shape input) {
    Parameter kernel = layer.parameters(List.of(input)).get(0);
    assertEquals(fanIn, kernel.fanIn());
    assertEquals(fanOut, kernel.fanOut());
  }

  @Test
  void aBiasMayStartAsItsLayerSays() {
    Optional<Initializer> own = Optional.of(new Constant(0.5));
    List<Layer> layers =
        List.of(
            new Conv2D(4, 3, 1, Padding.VALID, true, Optional.empty(), 1, 1, own),
            new DepthwiseConv2D(3, 1, 1, Padding.VALID, 1, true, Optional.empty(), own),
            new SeparableConv2D(4, 3, 1, 1, Padding.VALID, 1, true, Optional.empty(), own));
    for (Layer layer : layers) {
      List<Parameter> parameters = layer.parameters(List.of(MAP));
      Parameter bias = parameters.get(parameters.size() - 1);
      assertEquals(Parameter.Role.BIAS, bias.role());
      assertEquals(own, bias.initializer());
      assertEquals(Optional.empty(), parameters.get(0).initializer());
    }
    Optional<Initializer> matrix = Optional.of(new Orthogonal(1));
    assertThrows(BadInputException.class, () -> new Dense(3, true, Optional.empty(), matrix));
  }
}
