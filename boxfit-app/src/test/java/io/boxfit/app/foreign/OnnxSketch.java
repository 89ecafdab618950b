package io.boxfit.app.foreign;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of ONNX as small as can be, for what no exporter writes. */
public final class OnnxSketch {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("sketch");
  private long opset = 13;

  /** The version of the standard operators. */
  public OnnxSketch opset(long version) {
    opset = version;
    return this;
  }

  /** An input or output of floats. Whole numbers are fixed sizes, words are free ones. */
  public OnnxSketch input(String name, String... dims) {
    return input(name, TensorProto.DataType.FLOAT, dims);
  }

  /** An input of a type. */
  public OnnxSketch input(String name, TensorProto.DataType type, String... dims) {
    graph.addInput(value(name, type, dims));
    return this;
  }

  /** An output of floats. */
  public OnnxSketch output(String name, String... dims) {
    return output(name, TensorProto.DataType.FLOAT, dims);
  }

  /** An output of a type. */
  public OnnxSketch output(String name, TensorProto.DataType type, String... dims) {
    graph.addOutput(value(name, type, dims));
    return this;
  }

  /** A node; attributes are pairs of name and whole number. */
  public OnnxSketch node(String domain, String operator, String result, List<String> inputs) {
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(operator)
            .setName(result)
            .addAllInput(inputs)
            .addOutput(result));
    return this;
  }

  /** A node that reduces to the mean over all axes but the first. */
  public OnnxSketch mean(String result, String of) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("ReduceMean")
            .setName(result)
            .addInput(of)
            .addOutput(result)
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("axes")
                    .setType(AttributeProto.AttributeType.INTS)
                    .addAllInts(List.of(1L, 2L, 3L))));
    return this;
  }

  /** A node that copies into another type. */
  public OnnxSketch cast(String result, String of, TensorProto.DataType type) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .setName(result)
            .addInput(of)
            .addOutput(result)
            .addAttribute(
                AttributeProto.newBuilder()
                    .setName("to")
                    .setType(AttributeProto.AttributeType.INT)
                    .setI(type.getNumber())));
    return this;
  }

  /** Four floats that lie in another file. */
  public OnnxSketch external(String name, String file) {
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(4)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                StringStringEntryProto.newBuilder().setKey("location").setValue(file)));
    return this;
  }

  /** Four floats. */
  public OnnxSketch constant(String name, float... numbers) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(numbers.length);
    for (float number : numbers) {
      tensor.addFloatData(number);
    }
    graph.addInitializer(tensor);
    return this;
  }

  /** Writes the file. */
  public Path write(Path file) throws IOException {
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setProducerName("sketch")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
            .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.example").setVersion(1))
            .setGraph(graph)
            .build();
    return Files.write(file, model.toByteArray());
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, String... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dim : dims) {
      if (Character.isDigit(dim.charAt(0))) {
        shape.addDimBuilder().setDimValue(Long.parseLong(dim));
      } else {
        shape.addDimBuilder().setDimParam(dim);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
