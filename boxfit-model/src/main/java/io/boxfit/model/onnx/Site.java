package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.network.Node;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a layer is being written: what flows in and what its operators are called.
 *
 * @param graph that grows
 * @param network that is written
 * @param node that is written; its name is the layer's
 * @param inputs names of the values that flow in
 * @param inputShapes their shapes, without the batch
 * @param outputShape the shape that must flow out
 */
record Site(
    GraphBuilder graph,
    Network network,
    Node node,
    List<String> inputs,
    List<Shape> inputShapes,
    Shape outputShape) {

  Input picture() {
    return network.input();
  }

  /** How many outputs an input has for each picture. */
  int rows(int index) {
    return network.rows().get(node.inputs().get(index));
  }

  String name() {
    return node.name();
  }

  String input() {
    return inputs.get(0);
  }

  Shape inputShape() {
    return inputShapes.get(0);
  }

  /** The name of one of the layer's parameters. */
  String parameter(String part) {
    return name() + "." + part;
  }

  /** The operator that gives the layer's output, under the layer's own name. */
  String result(String operator, List<String> from, AttributeProto... attributes) {
    return graph.add(operator, name(), from, attributes);
  }

  /** An operator on the way, named after the layer and its part in it. */
  String step(String operator, String part, List<String> from, AttributeProto... attributes) {
    return graph.add(operator, name() + "/" + part, from, attributes);
  }

  /** Equal parts along an axis. */
  List<String> split(String part, String from, int count, int axis) {
    return graph.addAll(
        "Split",
        IntStream.range(0, count).mapToObj(i -> name() + "/" + part + i).toList(),
        List.of(from),
        Attributes.number("axis", axis),
        Attributes.number("num_outputs", count));
  }

  /** The first input, once for each of several rows of a picture, all first rows first. */
  String repeated(int rows) {
    return rows == 1
        ? input()
        : step("Concat", "maps", Collections.nCopies(rows, input()), Attributes.number("axis", 0));
  }

  /** One number that meets tensors of any shape. */
  String scalar(double value) {
    return graph.floats(new float[] {(float) value});
  }
}
