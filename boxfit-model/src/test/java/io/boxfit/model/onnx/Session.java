package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** A model in ONNX Runtime, with a look at values inside where a test asks for them. */
final class Session implements AutoCloseable {
  private final OrtSession session;

  Session(byte[] model, String... inside) throws OrtException, InvalidProtocolBufferException {
    ModelProto.Builder opened = ModelProto.parseFrom(model).toBuilder();
    for (String name : inside) {
      opened.getGraphBuilder().addOutput(ValueInfoProto.newBuilder().setName(name));
    }
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      session =
          OrtEnvironment.getEnvironment().createSession(opened.build().toByteArray(), options);
    }
  }

  /** Every output as numbers in a row, by name. */
  Map<String, float[]> run(byte[] pictures, int count, int height, int width) throws OrtException {
    ByteBuffer pixels = ByteBuffer.allocateDirect(pictures.length).put(pictures).flip();
    long[] shape = {count, height, width, 3};
    try (OnnxTensor image =
            OnnxTensor.createTensor(
                OrtEnvironment.getEnvironment(), pixels, shape, OnnxJavaType.UINT8);
        OrtSession.Result result = session.run(Map.of("image", image))) {
      Map<String, float[]> outputs = new HashMap<>();
      for (Map.Entry<String, ?> output : result) {
        FloatBuffer buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        outputs.put(output.getKey(), values);
      }
      return outputs;
    }
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }
}
