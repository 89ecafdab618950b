package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.LayerNorm;
import io.boxfit.model.layer.Standardize;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Layers that bring numbers to mean 0 and deviation 1. */
final class Normalisations {
  private Normalisations() {}

  /**
   * Instance normalisation over rows of whole groups, then gain and shift. GroupNormalization of
   * opset 18 has its gain per group, not per channel; with that of opset 21 the whole model takes a
   * fifth longer in ONNX Runtime 1.29, with LayerNormalization over the rows twice as long.
   */
  static String groupNorm(GroupNorm layer, Site site) {
    int groups = layer.groups();
    float[] ones = new float[groups];
    Arrays.fill(ones, 1);
    GraphBuilder graph = site.graph();
    String rows = site.step("Reshape", "groups", List.of(site.input(), graph.longs(0, groups, -1)));
    String normal =
        site.step(
            "InstanceNormalization",
            "normal",
            List.of(rows, graph.floats(ones, groups), graph.floats(new float[groups], groups)),
            Attributes.real("epsilon", layer.epsilon()));
    int channels = site.inputShape().size(0);
    String map =
        site.step(
            "Reshape",
            "map",
            List.of(
                normal,
                graph.longs(0, channels, site.inputShape().size(1), site.inputShape().size(2))));
    String perChannel = graph.longs(channels, 1, 1);
    String gain = site.step("Reshape", "gain", List.of(site.parameter("gain"), perChannel));
    String shift = site.step("Reshape", "shift", List.of(site.parameter("shift"), perChannel));
    return site.result("Add", List.of(site.step("Mul", "scaled", List.of(map, gain)), shift));
  }

  static String standardize(Standardize layer, Site site) {
    String axes = site.graph().longs(LongStream.rangeClosed(1, site.inputShape().rank()).toArray());
    String mean = site.step("ReduceMean", "mean", List.of(site.input(), axes));
    String centred = site.step("Sub", "centred", List.of(site.input(), mean));
    String squares = site.step("Mul", "squares", List.of(centred, centred));
    String variance = site.step("ReduceMean", "variance", List.of(squares, axes));
    String deviation = site.step("Sqrt", "deviation", List.of(variance));
    String divisor = site.step("Add", "divisor", List.of(deviation, site.scalar(layer.epsilon())));
    return site.result("Div", List.of(centred, divisor));
  }

  static String batchNorm(BatchNorm layer, Site site) {
    return site.result(
        "BatchNormalization",
        List.of(
            site.input(),
            site.parameter("gain"),
            site.parameter("shift"),
            site.parameter("mean"),
            site.parameter("variance")),
        Attributes.real("epsilon", layer.epsilon()));
  }

  /** ONNX normalises over last axes, so channels are brought there and back. */
  static String layerNorm(LayerNorm layer, Site site) {
    int rank = site.inputShape().rank();
    AttributeProto epsilon = Attributes.real("epsilon", layer.epsilon());
    String gain = site.parameter("gain");
    String shift = site.parameter("shift");
    if (rank == 1) {
      return site.result("LayerNormalization", List.of(site.input(), gain, shift), epsilon);
    }
    long[] there = new long[rank + 1];
    long[] back = new long[rank + 1];
    for (int axis = 1; axis < rank; axis++) {
      there[axis] = axis + 1L;
      back[axis + 1] = axis;
    }
    there[rank] = 1;
    back[1] = rank;
    String turned =
        site.step("Transpose", "turned", site.inputs(), Attributes.numbers("perm", there));
    String normal =
        site.step("LayerNormalization", "normal", List.of(turned, gain, shift), epsilon);
    return site.result("Transpose", List.of(normal), Attributes.numbers("perm", back));
  }
}
