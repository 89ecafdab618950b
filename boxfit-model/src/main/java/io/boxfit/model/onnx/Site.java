package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.layer.TopCells;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a layer is being written: what flows in and what its operators are called.
 *
 * @param graph that grows
 * @param network that is written
 * @param name of the layer's node
 * @param inputs names of the values that flow in
 * @param inputShapes their shapes, without the batch
 * @param outputShape the shape that must flow out
 */
record Site(
    GraphBuilder graph,
    Network network,
    String name,
    List<String> inputs,
    List<Shape> inputShapes,
    Shape outputShape) {

  Input picture() {
    return network.input();
  }

  /** Rows for each picture behind TopCells. */
  int candidates() {
    return network.nodes().stream()
        .filter(node -> node.layer() instanceof TopCells)
        .mapToInt(node -> ((TopCells) node.layer()).count())
        .findFirst()
        .orElse(1);
  }

  String input() {
    return inputs.get(0);
  }

  Shape inputShape() {
    return inputShapes.get(0);
  }

  /** The name of one of the layer's parameters. */
  String parameter(String part) {
    return name + "." + part;
  }

  /** The operator that gives the layer's output, under the layer's own name. */
  String result(String operator, List<String> from, AttributeProto... attributes) {
    return graph.add(operator, name, from, attributes);
  }

  /** An operator on the way, named after the layer and its part in it. */
  String step(String operator, String part, List<String> from, AttributeProto... attributes) {
    return graph.add(operator, name + "/" + part, from, attributes);
  }

  /** Equal parts along an axis. */
  List<String> split(String part, String from, int count, int axis) {
    return graph.addAll(
        "Split",
        IntStream.range(0, count).mapToObj(i -> name + "/" + part + i).toList(),
        List.of(from),
        Attributes.number("axis", axis),
        Attributes.number("num_outputs", count));
  }

  /** One number that meets tensors of any shape. */
  String scalar(double value) {
    return graph.floats(new float[] {(float) value});
  }
}
