package io.boxfit.predict;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.boxfit.core.BadInputException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Any network in an ONNX file, whoever wrote it: numbers in, numbers out. Where the file is
 * Boxfit's own, {@link BoxPredictor} is the way to use it.
 *
 * <p>For one thread at a time. The network lives in native memory until it is closed.
 */
public final class TensorModel implements AutoCloseable {
  private final String name;
  private final OrtSession session;
  private final List<TensorSlot> inputs;
  private final List<TensorSlot> outputs;
  private final boolean boxfit;

  private TensorModel(
      String name,
      OrtSession session,
      List<TensorSlot> inputs,
      List<TensorSlot> outputs,
      boolean boxfit) {
    this.name = name;
    this.session = session;
    this.inputs = inputs;
    this.outputs = outputs;
    this.boxfit = boxfit;
  }

  /**
   * Loads a file, and the files beside it that hold its weights where it names some.
   *
   * @throws BadInputException if it cannot be read or ONNX Runtime refuses it
   */
  public static TensorModel load(Path path, PredictorOptions options) {
    InputFile.require(path);
    OrtSession session = OnnxRuntime.open(path, options);
    try {
      return new TensorModel(
          path.toString(),
          session,
          slots(session.getInputInfo().values()),
          slots(session.getOutputInfo().values()),
          session.getMetadata().getCustomMetadata().containsKey("boxfit.version"));
    } catch (OrtException e) {
      close(session);
      throw new BadInputException(path + " cannot be read: " + OnnxRuntime.gist(e), e);
    }
  }

  private static List<TensorSlot> slots(Collection<NodeInfo> nodes) {
    return nodes.stream().map(TensorSlot::of).toList();
  }

  /**
   * What it takes, in the file's order; inputs that have a value in the file are not among them.
   */
  public List<TensorSlot> inputs() {
    return inputs;
  }

  /** What it gives, in the file's order. */
  public List<TensorSlot> outputs() {
    return outputs;
  }

  /** Whether the file says that Boxfit wrote it. */
  public boolean isBoxfit() {
    return boxfit;
  }

  /**
   * Runs the network once.
   *
   * @param fed by name of the input, every one of them
   * @param output whose numbers are wanted
   * @throws BadInputException if it fails, or takes or gives something that is not numbers
   */
  public TensorValues run(Map<String, TensorValues> fed, String output) {
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try {
      for (TensorSlot slot : inputs) {
        tensors.put(slot.name(), tensor(slot, fed.get(slot.name())));
      }
      try (OrtSession.Result result = session.run(tensors, Set.of(output))) {
        return values(output, result.get(0));
      }
    } catch (OrtException e) {
      throw new BadInputException(name + " fails: " + OnnxRuntime.gist(e), e);
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(TensorSlot slot, TensorValues values) throws OrtException {
    return TensorNumbers.tensor(slot.type(), values.numbers(), values.shape())
        .orElseThrow(
            () ->
                new BadInputException(
                    name + " takes " + slot.words() + ", which pictures cannot be made into"));
  }

  private TensorValues values(String output, OnnxValue value) {
    if (value instanceof OnnxTensor tensor) {
      float[] numbers = TensorNumbers.numbers(tensor).orElse(null);
      if (numbers != null) {
        return new TensorValues(numbers, tensor.getInfo().getShape());
      }
    }
    throw new BadInputException(
        name + " gives " + OneLine.of(output) + " as something that is not numbers");
  }

  /** Gives the native memory back. */
  @Override
  public void close() {
    close(session);
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("ONNX Runtime cannot close the model", e);
    }
  }
}
