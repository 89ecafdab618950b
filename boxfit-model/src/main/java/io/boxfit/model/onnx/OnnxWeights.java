package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.boxfit.core.BadInputException;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The numbers that an ONNX file holds, by name. */
public final class OnnxWeights {
  private OnnxWeights() {}

  /**
   * One array.
   *
   * @param sizes of its axes
   * @param values row by row
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Tensor(List<Integer> sizes, float[] values) {}

  /**
   * The floats among a model's initialisers; numbers of other types are left out.
   *
   * @param name of the file, in errors
   * @throws BadInputException if it is no ONNX file, or keeps its numbers in another file
   */
  public static Map<String, Tensor> read(byte[] file, String name) {
    ModelProto model;
    try {
      model = ModelProto.parseFrom(file);
    } catch (InvalidProtocolBufferException e) {
      throw new BadInputException(name + ": not an ONNX file, or cut off", e);
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (TensorProto tensor : model.getGraph().getInitializerList()) {
      if (tensor.getDataLocation() == TensorProto.DataLocation.EXTERNAL) {
        throw new BadInputException(
            name + ": its numbers lie in another file; save it with everything inside");
      }
      if (tensor.getDataType() == TensorProto.DataType.FLOAT_VALUE) {
        tensors.put(tensor.getName(), tensor(tensor, name));
      }
    }
    return tensors;
  }

  private static Tensor tensor(TensorProto tensor, String name) {
    List<Integer> sizes = tensor.getDimsList().stream().map(Math::toIntExact).toList();
    float[] values;
    if (tensor.hasRawData()) {
      values = new float[tensor.getRawData().size() / Float.BYTES];
      tensor
          .getRawData()
          .asReadOnlyByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN)
          .asFloatBuffer()
          .get(values);
    } else {
      values = new float[tensor.getFloatDataCount()];
      for (int i = 0; i < values.length; i++) {
        values[i] = tensor.getFloatData(i);
      }
    }
    long count = sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    if (count != values.length) {
      throw new BadInputException(
          name + ": the shape of '" + tensor.getName() + "' does not fit its length");
    }
    return new Tensor(sizes, values);
  }
}
