package io.boxfit.bench.doctor;

import java.util.List;

/** Trainings of Boxfit's that work, with what courses on deep learning show. */
final class TextbookBases {
  private static final Base SINGLE =
      of(
          "two hidden layers behind large steps, smooth L1 of 0.05, Nadam",
          network(),
          "loss={name: smoothL1, beta: 0.05}",
          "optimizer={name: nadam, learningRate: 0.0015}");

  private static final Base SMALL_BATCHES =
      of(
          "two hidden layers behind large steps, batches of 16, mse, AdamW",
          network(),
          "batchSize=16",
          "loss=mse",
          "optimizer={name: adamW, learningRate: 0.001}");

  private TextbookBases() {}

  static List<Base> all() {
    return List.of(
        SINGLE,
        SMALL_BATCHES,
        of(
            "two hidden layers behind large steps, tanh, batches of 16, L1, Adam",
            network().replace("relu", "tanh"),
            "batchSize=16",
            "loss=l1",
            "optimizer={name: adam, learningRate: 0.001}"));
  }

  /** Those that {@link TextbookBoxfitFaults} are put into; both have one network. */
  static List<Base> hosts() {
    return List.of(SINGLE, SMALL_BATCHES);
  }

  /** Two convolutions and three dense layers. */
  static String network() {
    return "network=[{conv2d: {filters: 12, kernel: 7, stride: 4, padding: half}}, relu, {conv2d:"
        + " {filters: 24, kernel: 3, stride: 2, padding: same}}, relu, flatten, {dense: {units:"
        + " 48}}, relu, {dense: {units: 48}}, relu, {dense: {units: 4}}, sigmoid, {boxHead:"
        + " {format: xyxy, unit: relative}}]";
  }

  private static Base of(String name, String... options) {
    return new Base(name, false, List.of(options));
  }
}
