package io.boxfit.predict;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A checked model in ONNX Runtime: batches of pixels in, boxes out. Safe for several threads. */
final class OnnxModel implements AutoCloseable {
  private final String name;
  private final OrtSession session;
  private final ModelInfo info;

  /**
   * Predictions share it; closing takes it alone, lest the native session go under a running one.
   */
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();

  private volatile boolean closed;

  private OnnxModel(String name, OrtSession session, ModelInfo info) {
    this.name = name;
    this.session = session;
    this.info = info;
  }

  /**
   * Opens a model; whoever asks closes it.
   *
   * @param name of the model in messages
   * @throws BadInputException if the bytes are not a Boxfit model
   */
  static OnnxModel open(byte[] bytes, String name, PredictorOptions options) {
    OrtSession session = OnnxRuntime.open(bytes, name, options);
    try {
      return new OnnxModel(name, session, ModelContract.check(session, name));
    } catch (BadInputException e) {
      close(session);
      throw e;
    }
  }

  ModelInfo info() {
    return info;
  }

  /**
   * Boxes for all pictures of a batch, in order.
   *
   * @throws BadInputException if the model does not take such pictures or fails on them
   * @throws IllegalStateException if closed
   */
  List<Prediction> run(PixelBatch batch) {
    Lock shared = inUse.readLock();
    shared.lock();
    try {
      requireOpen();
      requireFit(batch);
      long[] shape = {batch.count(), batch.height(), batch.width(), batch.channels()};
      try (OnnxTensor image =
              OnnxTensor.createTensor(
                  OnnxRuntime.environment(), batch.view(), shape, OnnxJavaType.UINT8);
          OrtSession.Result result = session.run(Map.of(ModelContract.IMAGE, image))) {
        List<Box> boxes = boxes(result, ModelContract.BOX, batch.count());
        List<Box> unrounded =
            info.wholePixels() ? boxes(result, ModelContract.UNROUNDED, batch.count()) : boxes;
        List<OptionalDouble> confidences = confidences(result, batch.count());
        List<Prediction> predictions = new ArrayList<>(boxes.size());
        for (int i = 0; i < boxes.size(); i++) {
          predictions.add(new Prediction(boxes.get(i), unrounded.get(i), confidences.get(i)));
        }
        return predictions;
      } catch (OrtException e) {
        throw new BadInputException(
            name
                + " fails on a picture of "
                + batch.width()
                + "x"
                + batch.height()
                + ": "
                + OnnxRuntime.gist(e),
            e);
      }
    } finally {
      shared.unlock();
    }
  }

  private List<OptionalDouble> confidences(OrtSession.Result result, int count)
      throws OrtException {
    if (!info.confidence()) {
      return Collections.nCopies(count, OptionalDouble.empty());
    }
    OnnxTensor tensor = (OnnxTensor) result.get(ModelContract.CONFIDENCE).orElseThrow();
    FloatBuffer numbers = tensor.getFloatBuffer();
    if (numbers.remaining() != count) {
      throw new BadInputException(
          name + " gave " + numbers.remaining() + " confidences for " + count + " pictures");
    }
    List<OptionalDouble> confidences = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      float number = numbers.get();
      // Weights that are not numbers are sure of nothing.
      confidences.add(OptionalDouble.of(Float.isNaN(number) ? 0 : number));
    }
    return confidences;
  }

  private List<Box> boxes(OrtSession.Result result, String output, int count) throws OrtException {
    OnnxTensor tensor = (OnnxTensor) result.get(output).orElseThrow();
    long[] shape = tensor.getInfo().getShape();
    if (!Arrays.equals(shape, new long[] {count, 4})) {
      throw new BadInputException(
          name + " gave " + output + " " + Arrays.toString(shape) + " for " + count + " pictures");
    }
    FloatBuffer sides = tensor.getFloatBuffer();
    List<Box> boxes = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      boxes.add(new Box(sides.get(), sides.get(), sides.get(), sides.get()));
    }
    return boxes;
  }

  /**
   * Fails before pixels are converted in vain.
   *
   * @throws IllegalStateException if closed
   */
  void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the predictor of " + name + " is closed");
    }
  }

  /**
   * @throws BadInputException if the model takes pictures of another size only
   */
  void requireSize(int width, int height) {
    if (!info.anySize() && (width != info.inputWidth() || height != info.inputHeight())) {
      throw new BadInputException(
          name
              + " takes pictures of "
              + info.inputWidth()
              + "x"
              + info.inputHeight()
              + " only, got one of "
              + width
              + "x"
              + height
              + ": resize it first");
    }
  }

  private void requireFit(PixelBatch batch) {
    requireSize(batch.width(), batch.height());
    if (batch.channels() != info.channels()) {
      throw new BadInputException(
          name
              + " takes pictures of "
              + info.channels()
              + " channels, got "
              + batch.channels()
              + ": convert them first");
    }
  }

  /** Waits for predictions under way, then gives the native memory back; idempotent. */
  @Override
  public void close() {
    Lock alone = inUse.writeLock();
    alone.lock();
    try {
      if (!closed) {
        closed = true;
        close(session);
      }
    } finally {
      alone.unlock();
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close the model", e);
    }
  }
}
