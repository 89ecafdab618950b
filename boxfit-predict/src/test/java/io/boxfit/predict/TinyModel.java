package io.boxfit.predict;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Models whose boxes can be told by hand, in the form that trained models have. */
final class TinyModel {
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("tiny");
  private final Map<String, String> metadata = new TreeMap<>();
  private final int channels;
  private int imageType = TensorProto.DataType.UINT8_VALUE;
  private String[] imageDims;

  private TinyModel(int channels) {
    this.channels = channels;
    imageDims = new String[] {"N", "H", "W", String.valueOf(channels)};
    metadata("boxfit.version", "0.1.0");
    metadata("boxfit.names", "[\"letter\"]");
    metadata("boxfit.format", "XYXY");
    metadata("boxfit.recipeDigest", "0123abcd");
    metadata("boxfit.constantBaseline", "[60.5, 20, 140, 80.25]");
    metadata("boxfit.inputWidth", "200");
    metadata("boxfit.inputHeight", "100");
    metadata("boxfit.wholePixels", "false");
  }

  /** The pixel box around the column and the row that hold the brightest pixel. */
  static TinyModel brightest() {
    TinyModel model = new TinyModel(3);
    model.brightestBox("box");
    model.output("box", 4);
    return model;
  }

  /** As {@link #brightest()}, moved by a quarter pixel before it is rounded. */
  static TinyModel brightestRounded() {
    TinyModel model = new TinyModel(3);
    model.brightestBox("exact");
    model.graph.addInitializer(
        TensorProto.newBuilder()
            .setName("quarter")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addFloatData(0.25f));
    model.node("Add", "boxUnrounded", "exact", "quarter");
    model.node("Round", "box", "boxUnrounded");
    model.output("box", 4);
    model.output("boxUnrounded", 4);
    model.metadata("boxfit.wholePixels", "true");
    return model;
  }

  /** A "box" of mean red, mean green, mean blue, and the largest of the three. */
  static TinyModel colours() {
    TinyModel model = new TinyModel(3);
    model.toFloat();
    model.reduce("ReduceMean", "means", "pixels", 0, 1, 2);
    model.reduce("ReduceMax", "largest", "means", 1, 1);
    model.concat("box", "means", "largest");
    model.output("box", 4);
    return model;
  }

  /** Not a box: mean red, green and blue. */
  static TinyModel threeNumbers() {
    TinyModel model = new TinyModel(3);
    model.toFloat();
    model.reduce("ReduceMean", "box", "pixels", 0, 1, 2);
    model.output("box", 3);
    return model;
  }

  /** A "box" of four times the mean gray. */
  static TinyModel gray() {
    TinyModel model = new TinyModel(1);
    model.toFloat();
    model.reduce("ReduceMean", "mean", "pixels", 0, 1, 2);
    model.concat("box", "mean", "mean", "mean", "mean");
    model.output("box", 4);
    return model;
  }

  private void toFloat() {
    node("Cast", "pixels", "image").addAttribute(attribute("to", TensorProto.DataType.FLOAT_VALUE));
  }

  private void brightestBox(String result) {
    toFloat();
    reduce("ReduceSum", "sums", "pixels", 0, 3);
    reduce("ReduceMax", "columns", "sums", 0, 1);
    reduce("ReduceMax", "rows", "sums", 0, 2);
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName("one")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addFloatData(1));
    argMax("columns", "x");
    argMax("rows", "y");
    node("Add", "xNext", "x", "one");
    node("Add", "yNext", "y", "one");
    concat(result, "x", "y", "xNext", "yNext");
  }

  private void argMax(String of, String result) {
    node("ArgMax", result + "Index", of)
        .addAttribute(attribute("axis", 1))
        .addAttribute(attribute("keepdims", 1));
    node("Cast", result, result + "Index")
        .addAttribute(attribute("to", TensorProto.DataType.FLOAT_VALUE));
  }

  private void reduce(String operator, String result, String of, int keep, long... axes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(result + "Axes")
            .setDataType(TensorProto.DataType.INT64_VALUE)
            .addDims(axes.length);
    for (long axis : axes) {
      tensor.addInt64Data(axis);
    }
    graph.addInitializer(tensor);
    node(operator, result, of, result + "Axes").addAttribute(attribute("keepdims", keep));
  }

  private void concat(String result, String... parts) {
    node("Concat", result, parts).addAttribute(attribute("axis", 1));
  }

  private NodeProto.Builder node(String operator, String result, String... inputs) {
    return graph
        .addNodeBuilder()
        .setOpType(operator)
        .setName(result)
        .addAllInput(List.of(inputs))
        .addOutput(result);
  }

  private static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  TinyModel output(String name, int columns) {
    graph.addOutput(value(name, TensorProto.DataType.FLOAT_VALUE, "N", String.valueOf(columns)));
    return this;
  }

  TinyModel metadata(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  TinyModel without(String key) {
    metadata.remove(key);
    return this;
  }

  /** Whole numbers are fixed sizes, words are free ones. */
  TinyModel imageDims(String... dims) {
    imageDims = dims;
    return this;
  }

  TinyModel fixedSize(int width, int height) {
    metadata("boxfit.inputWidth", String.valueOf(width));
    metadata("boxfit.inputHeight", String.valueOf(height));
    return imageDims("N", String.valueOf(height), String.valueOf(width), String.valueOf(channels));
  }

  TinyModel floatImage() {
    imageType = TensorProto.DataType.FLOAT_VALUE;
    return this;
  }

  TinyModel renamed(String from, String to) {
    for (NodeProto.Builder node : graph.getNodeBuilderList()) {
      List<String> inputs = new ArrayList<>(node.getInputList());
      List<String> outputs = new ArrayList<>(node.getOutputList());
      Collections.replaceAll(inputs, from, to);
      Collections.replaceAll(outputs, from, to);
      node.clearInput().addAllInput(inputs).clearOutput().addAllOutput(outputs);
    }
    for (ValueInfoProto.Builder output : graph.getOutputBuilderList()) {
      if (output.getName().equals(from)) {
        output.setName(to);
      }
    }
    return this;
  }

  /** The bytes of the file. */
  byte[] bytes() {
    ModelProto.Builder model =
        ModelProto.newBuilder()
            .setIrVersion(8)
            .setProducerName("boxfit")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(18))
            .setGraph(graph.clone().addInput(value("image", imageType, imageDims)));
    metadata.forEach(
        (key, value) ->
            model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
    return model.build().toByteArray();
  }

  private static ValueInfoProto value(String name, int type, String... dims) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (String dim : dims) {
      if (Character.isDigit(dim.charAt(0))) {
        shape.addDimBuilder().setDimValue(Long.parseLong(dim));
      } else {
        shape.addDimBuilder().setDimParam(dim);
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
