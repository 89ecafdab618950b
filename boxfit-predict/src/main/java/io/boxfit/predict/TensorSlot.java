package io.boxfit.predict;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.TensorInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An input or output of a network.
 *
 * @param name in the file
 * @param type of its numbers as ONNX calls it: {@code float}, {@code float16}, {@code uint8}, ...;
 *     {@code no tensor} where it is a sequence or a map
 * @param shape of each axis the size, -1 where it is free
 */
public record TensorSlot(String name, String type, List<Long> shape) {
  private static final String PREFIX = "ONNX_TENSOR_ELEMENT_DATA_TYPE_";

  /** Copies the list. */
  public TensorSlot {
    shape = List.copyOf(shape);
  }

  static TensorSlot of(NodeInfo node) {
    if (node.getInfo() instanceof TensorInfo tensor) {
      return new TensorSlot(
          node.getName(),
          tensor.onnxType.name().replace(PREFIX, "").toLowerCase(Locale.ROOT),
          Arrays.stream(tensor.getShape()).boxed().toList());
    }
    return new TensorSlot(node.getName(), "no tensor", List.of());
  }

  /**
   * Name, type and shape in one line, {@code ?} for what is free: {@code x: float [?, 3, 9, 9]}.
   */
  public String words() {
    String sizes =
        shape.stream().map(s -> s < 0 ? "?" : s.toString()).collect(Collectors.joining(", "));
    return OneLine.of(name) + ": " + type + " [" + sizes + "]";
  }
}
