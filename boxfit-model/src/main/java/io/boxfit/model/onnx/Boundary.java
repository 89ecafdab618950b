package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.Arrays;
import java.util.Set;

/** What a model file shows to the outside: names, types and sizes of its input and outputs. */
final class Boundary {
  static final String IMAGE = "image";
  static final String BOX = "box";
  static final String UNROUNDED = "boxUnrounded";
  static final String CONFIDENCE = "confidence";

  /** Names that nothing inside may take. */
  static final Set<String> NAMES = Set.of(IMAGE, BOX, UNROUNDED, CONFIDENCE);

  private static final Dimension BATCH = symbolic("batch");

  private Boundary() {}

  static String declareImage(GraphBuilder graph) {
    graph.input(
        value(
            IMAGE,
            TensorProto.DataType.UINT8,
            BATCH,
            symbolic("height"),
            symbolic("width"),
            fixed(3)));
    return IMAGE;
  }

  static void declareBox(GraphBuilder graph, String name) {
    graph.output(value(name, TensorProto.DataType.FLOAT, BATCH, fixed(4)));
  }

  static void declareConfidence(GraphBuilder graph) {
    graph.output(value(CONFIDENCE, TensorProto.DataType.FLOAT, BATCH));
  }

  private static ValueInfoProto value(
      String name, TensorProto.DataType type, Dimension... dimensions) {
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(type.getNumber())
                        .setShape(
                            TensorShapeProto.newBuilder().addAllDim(Arrays.asList(dimensions)))))
        .build();
  }

  private static Dimension symbolic(String name) {
    return Dimension.newBuilder().setDimParam(name).build();
  }

  private static Dimension fixed(long size) {
    return Dimension.newBuilder().setDimValue(size).build();
  }
}
