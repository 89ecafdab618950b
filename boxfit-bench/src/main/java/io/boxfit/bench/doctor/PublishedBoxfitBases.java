package io.boxfit.bench.doctor;

import java.util.List;

/** Trainings of Boxfit's that work, with networks as tutorials have them. */
final class PublishedBoxfitBases {
  /** Pools between convolutions of three by three. */
  private static final Base VGG =
      of(
          "small VGG of ReLUs, dropout of 0.2, mse, Adam",
          vgg(
              "relu",
              "{dropout: {share: 0.2}}, {dense: {units: 64}}, relu, {dense: {units: 4}}, sigmoid"),
          "loss=mse",
          "optimizer={name: adam, learningRate: 0.001}");

  /** As the first networks for digits were. */
  private static final Base LENET =
      of(
          "LeNet of leaky ReLUs, average pools, smooth L1 of 0.1, AdamW",
          "network=[{conv2d: {filters: 6, kernel: 5}}, {leakyRelu: {slope: 0.1}}, {averagePool2d:"
              + " {kernel: 2, stride: 2}}, {conv2d: {filters: 16, kernel: 5}}, {leakyRelu: {slope:"
              + " 0.1}}, {averagePool2d: {kernel: 2, stride: 2}}, flatten, {dense: {units: 84}},"
              + " {leakyRelu: {slope: 0.1}}, {dense: {units: 4}}, {boxHead: {format: xyxy, unit:"
              + " relative}}]",
          "loss={name: smoothL1, beta: 0.1}",
          "optimizer={name: adamW, learningRate: 0.002}");

  private PublishedBoxfitBases() {}

  static List<Base> all() {
    return List.of(
        VGG,
        LENET,
        of(
            "network of a car that steers itself, ELU, centre and size, L1, Nadam",
            "network=[{conv2d: {filters: 12, kernel: 5, stride: 2}}, {elu: {alpha: 1}}, {conv2d:"
                + " {filters: 18, kernel: 5, stride: 2}}, {elu: {alpha: 1}}, {conv2d: {filters: 24,"
                + " kernel: 3}}, {elu: {alpha: 1}}, flatten, {dense: {units: 64}}, {elu: {alpha:"
                + " 1}}, {dense: {units: 32}}, {elu: {alpha: 1}}, {dense: {units: 4}}, sigmoid,"
                + " {boxHead: {format: cxcywh, unit: relative}}]",
            "loss=l1",
            "optimizer={name: nadam, learningRate: 0.001}",
            "epochs=2"));
  }

  /** Those that {@link PublishedBoxfitFaults} are put into. */
  static List<Base> hosts() {
    return List.of(VGG, LENET);
  }

  /**
   * A small VGG.
   *
   * @param act after each convolution
   * @param head what comes after the flattened map
   */
  static String vgg(String act, String head) {
    String pool = "{maxPool2d: {kernel: 2, stride: 2}}, ";
    String wide = "{conv2d: {filters: 16, kernel: 3, padding: same}}, " + act + ", ";
    return "network=[{conv2d: {filters: 8, kernel: 3, padding: same}}, "
        + act
        + ", "
        + pool
        + wide
        + pool
        + wide
        + wide
        + pool
        + "flatten, "
        + head
        + ", {boxHead: {format: xyxy, unit: relative}}]";
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
