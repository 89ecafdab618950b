package io.boxfit.bench.suite;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.boxfit.predict.PixelBatch;
import java.nio.FloatBuffer;
import java.util.Map;

/** A model in ONNX Runtime with nothing around it, and the options that BoxPredictor gives it. */
final class BareRuntime implements AutoCloseable {
  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  BareRuntime(byte[] model, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      session = environment.createSession(model, options);
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  Input input(PixelBatch batch) {
    long[] shape = {batch.count(), batch.height(), batch.width(), batch.channels()};
    try {
      return new Input(
          session, OnnxTensor.createTensor(environment, batch.pixels(), shape, OnnxJavaType.UINT8));
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  /** Pictures that are in the runtime's hands already. */
  static final class Input implements AutoCloseable {
    private final OrtSession session;
    private final Map<String, OnnxTensor> tensors;

    private Input(OrtSession session, OnnxTensor image) {
      this.session = session;
      this.tensors = Map.of("image", image);
    }

    /** The numbers of all boxes. */
    FloatBuffer boxes() {
      try (OrtSession.Result result = session.run(tensors)) {
        return ((OnnxTensor) result.get("box").orElseThrow()).getFloatBuffer();
      } catch (OrtException e) {
        throw failed(e);
      }
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(OrtException e) {
    return new IllegalStateException("ONNX Runtime fails", e);
  }
}
