package io.boxfit.bench.doctor;

import java.util.List;

/** Trainings of Boxfit's that work, of other kinds than those of {@link FurtherBases}. */
final class LaterBases {
  private static final Base MARGINS =
      of(
          "margins of a map along both axes, centre and size, L1, Nadam",
          "network=[{conv2d: {filters: 8, kernel: 5, stride: 2}}, {leakyRelu: {slope: 0.1}},"
              + " {conv2d: {filters: 16, kernel: 3, padding: same}}, {name: map, leakyRelu: {slope:"
              + " 0.1}}, {name: rows, marginal: {axis: x}, from: map}, {name: x, flatten: {}}, {name:"
              + " columns, marginal: {axis: y}, from: map}, {name: y, flatten: {}}, {concat: {}, from:"
              + " [x, y]}, {dense: {units: 64}}, gelu, {dense: {units: 4}}, sigmoid, {boxHead:"
              + " {format: cxcywh, unit: relative}}]",
          "loss=l1",
          "optimizer={name: nadam, learningRate: 0.001}");

  private LaterBases() {}

  static List<Base> all() {
    return List.of(
        MARGINS,
        of(
            "coloured letters, ELU, dropout of 0.1, corner and size, Huber of 0.1, AdamW",
            "input={width: 100, height: 50, channels: 3}",
            Base.strided("sigmoid", "xywh", "")
                .replace("{leakyRelu: {slope: 0.2}}", "{elu: {alpha: 1}}")
                .replace("flatten", "flatten, {dropout: {share: 0.1}}"),
            "loss={name: huber, delta: 0.1}",
            "optimizer={name: adamW, learningRate: 0.001, weightDecay: 0.05}"),
        of(
            "standardised letters, an average pool, y before x, smooth L1 of 0.1, RMSprop with clipped numbers",
            "network=[standardize, {conv2d: {filters: 8, kernel: 5, stride: 2}}, silu, {conv2d:"
                + " {filters: 16, kernel: 3}}, silu, {averagePool2d: {kernel: 2, stride: 2}},"
                + " flatten, {dense: {units: 64}}, silu, {dense: {units: 4}}, {boxHead: {format:"
                + " yxyx, unit: relative}}]",
            "loss={name: smoothL1, beta: 0.1}",
            "optimizer={name: rmsProp, learningRate: 0.0005, clip: {value: 0.5}}"));
  }

  /** Those that {@link NetworkFaults} and {@link StepFaults} are put into. */
  static List<Base> hosts() {
    return List.of(MARGINS, Base.named("pooled network of ReLUs, smooth L1, AdamW"));
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
