package io.boxfit.bench.doctor;

import java.util.List;

/** Trainings of Boxfit's that work, of other kinds than those of {@link Base#all()}. */
final class FurtherBases {
  private static final Base SEPARABLE =
      of(
          "separable convolutions, layer norm, mse, Nadam",
          "network=[{conv2d: {filters: 8, kernel: 5, stride: 2}}, gelu, {separableConv2d:"
              + " {filters: 16, kernel: 3, stride: 2}}, gelu, flatten, {dense: {units: 64}},"
              + " layerNorm, gelu, {dense: {units: 4}}, sigmoid, {boxHead: {format: xyxy, unit:"
              + " relative}}]",
          "loss=mse",
          "optimizer={name: nadam, learningRate: 0.001}");

  private FurtherBases() {}

  static List<Base> all() {
    return List.of(
        SEPARABLE,
        of(
            "strided network of SiLUs, group norm, L1, AdamW along a cosine",
            Base.strided("sigmoid", "xyxy", "{groupNorm: {groups: 4}}, ")
                .replace("{leakyRelu: {slope: 0.2}}", "silu"),
            "loss=l1",
            "optimizer={name: adamW, learningRate: 0.002}",
            "schedule=cosine"),
        of(
            "strided network, corner and size, Huber of 0.05, Adam along one cycle",
            Base.strided("sigmoid", "xywh", ""),
            "loss={name: huber, delta: 0.05}",
            "optimizer={name: adam, learningRate: 0.001}",
            "schedule=oneCycle"),
        of(
            "residual network, mse, Adam with clipped gradients",
            "network=[{name: a, conv2d: {filters: 8, kernel: 5, stride: 2}}, {name: b, relu: {}},"
                + " {name: c, conv2d: {filters: 8, kernel: 3, padding: same}}, {name: d, add: {},"
                + " from: [b, c]}, {name: e, relu: {}}, {conv2d: {filters: 16, kernel: 3, stride:"
                + " 2}}, relu, flatten, {dense: {units: 64}}, relu, {dense: {units: 4}}, sigmoid,"
                + " {boxHead: {format: xyxy, unit: relative}}]",
            "loss=mse",
            "optimizer={name: adam, learningRate: 0.001, clip: {globalNorm: 1}}"));
  }

  /** Those that {@link FurtherBoxfitFaults} are put into. */
  static List<Base> hosts() {
    return List.of(Base.named("strided network, L1, AdamW"), SEPARABLE);
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
