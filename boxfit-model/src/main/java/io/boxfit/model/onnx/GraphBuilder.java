package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects operators; every value has one name, as ONNX's single static assignment asks. */
final class GraphBuilder {
  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Set<String> names = new HashSet<>();
  private final Map<String, String> constants = new HashMap<>();

  /**
   * @param name of the graph
   * @param reserved names of inputs and outputs, kept from everything else
   */
  GraphBuilder(String name, Set<String> reserved) {
    graph.setName(name);
    names.addAll(reserved);
  }

  void input(ValueInfoProto info) {
    graph.addInput(info);
  }

  void output(ValueInfoProto info) {
    graph.addOutput(info);
  }

  /** Stores trained numbers under exactly this name. */
  void initializer(String name, float[] values, long... sizes) {
    if (!names.add(name)) {
      throw new IllegalArgumentException("two values are named " + name);
    }
    graph.addInitializer(tensor(name, values, sizes));
  }

  /** Fixed float32 numbers; equal ones are stored once. */
  String floats(float[] values, long... sizes) {
    TensorProto tensor = tensor("", values, sizes);
    return constant("float", Arrays.toString(values), sizes, tensor);
  }

  /** Fixed int64 numbers in a row; equal ones are stored once. */
  String longs(long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asLongBuffer().put(values);
    TensorProto tensor =
        TensorProto.newBuilder()
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(values.length)
            .setRawData(ByteString.copyFrom(raw))
            .build();
    return constant("int64", Arrays.toString(values), new long[] {values.length}, tensor);
  }

  /** Adds an operator with one output and gives the output's name: the node's, if that is free. */
  String add(String operator, String name, List<String> inputs, AttributeProto... attributes) {
    return addAll(operator, List.of(name), inputs, attributes).get(0);
  }

  /** Adds an operator; the first output names the node. */
  List<String> addAll(
      String operator, List<String> outputs, List<String> inputs, AttributeProto... attributes) {
    List<String> free = outputs.stream().map(this::free).toList();
    addExactly(operator, free, inputs, attributes);
    return free;
  }

  /** Adds an operator whose output has a reserved name. */
  void addReserved(
      String operator, String output, List<String> inputs, AttributeProto... attributes) {
    addExactly(operator, List.of(output), inputs, attributes);
  }

  GraphProto build() {
    return graph.build();
  }

  private void addExactly(
      String operator, List<String> outputs, List<String> inputs, AttributeProto... attributes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(outputs.get(0))
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(new ArrayList<>(Arrays.asList(attributes))));
  }

  private String constant(String type, String values, long[] sizes, TensorProto tensor) {
    return constants.computeIfAbsent(
        type + Arrays.toString(sizes) + values,
        key -> {
          String name = free("constant/" + type + constants.size());
          graph.addInitializer(tensor.toBuilder().setName(name));
          return name;
        });
  }

  private String free(String wanted) {
    String name = wanted;
    for (int i = 2; !names.add(name); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private static TensorProto tensor(String name, float[] values, long... sizes) {
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(values);
    return TensorProto.newBuilder()
        .setName(name)
        .setDataType(TensorProto.DataType.FLOAT_VALUE)
        .addAllDims(Arrays.stream(sizes).boxed().toList())
        .setRawData(ByteString.copyFrom(raw))
        .build();
  }
}
