package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;

/** Settings of ONNX operators. */
final class Attributes {
  private Attributes() {}

  static AttributeProto number(String name, long value) {
    return of(name, AttributeProto.AttributeType.INT).setI(value).build();
  }

  static AttributeProto numbers(String name, long... values) {
    return of(name, AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(values).boxed().toList())
        .build();
  }

  static AttributeProto real(String name, double value) {
    return of(name, AttributeProto.AttributeType.FLOAT).setF((float) value).build();
  }

  static AttributeProto text(String name, String value) {
    return of(name, AttributeProto.AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  private static AttributeProto.Builder of(String name, AttributeProto.AttributeType type) {
    return AttributeProto.newBuilder().setName(name).setType(type);
  }
}
