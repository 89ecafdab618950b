package io.boxfit.bench.doctor;

import java.util.List;

/** Trainings of Boxfit's that work, with what a beginner's course would take. */
final class OrdinaryBases {
  private static final Base GRAY =
      of(
          "convolutions and pools, no activation at the end, mse, Adam",
          network(),
          "loss=mse",
          "optimizer={name: adam, learningRate: 0.002}");

  private static final Base COLOURED =
      of(
          "convolutions and pools, coloured letters, Huber of 0.1, AdamW along a cosine",
          network(),
          "input={width: 100, height: 50, channels: 3}",
          "loss={name: huber, delta: 0.1}",
          "optimizer={name: adamW, learningRate: 0.002}",
          "schedule=cosine");

  private OrdinaryBases() {}

  static List<Base> all() {
    return List.of(
        GRAY,
        COLOURED,
        of(
            "dilated convolutions, SiLU, centre and size, L1, Adam with clipped gradients",
            "network=[{conv2d: {filters: 8, kernel: 5, stride: 2}}, silu, {conv2d: {filters: 16,"
                + " kernel: 3, dilation: 2}}, silu, {averagePool2d: {kernel: 2, stride: 2}},"
                + " flatten, {dense: {units: 64}}, silu, {dense: {units: 4}}, sigmoid, {boxHead:"
                + " {format: cxcywh, unit: relative}}]",
            "loss=l1",
            "optimizer={name: adam, learningRate: 0.002, clip: {norm: 1}}",
            "epochs=2"));
  }

  /** Those that {@link OrdinaryBoxfitFaults} are put into; both have one network. */
  static List<Base> hosts() {
    return List.of(GRAY, COLOURED);
  }

  /** Three convolutions, the first two with a pool, and two dense layers. */
  static String network() {
    String pool = "{maxPool2d: {kernel: 2, stride: 2}}, ";
    return "network=[{conv2d: {filters: 8, kernel: 3, stride: 2, padding: same}}, relu, "
        + pool
        + "{conv2d: {filters: 16, kernel: 3, padding: same}}, relu, "
        + pool
        + "{conv2d: {filters: 24, kernel: 3, padding: same}}, relu, "
        + "flatten, {dense: {units: 64}}, relu, {dense: {units: 4}}, "
        + "{boxHead: {format: xyxy, unit: relative}}]";
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
