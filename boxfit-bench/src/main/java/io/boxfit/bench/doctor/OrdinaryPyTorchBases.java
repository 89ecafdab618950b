package io.boxfit.bench.doctor;

import java.util.List;

/** PyTorch programs that work, with networks and losses as beginners take them. */
final class OrdinaryPyTorchBases {
  /** Each side through a sigmoid. */
  private static final Base RINGS =
      of("rings, convolutions and pools, mse, Adam", "scene=rings", "net=tutorial", "epochs=6");

  /** Four sides as they come out of the last layer. */
  private static final Base CROSSES =
      of(
          "crosses, modules of SqueezeNet, SiLU, smooth L1 of 0.1, AdamW along a cosine",
          "scene=crosses",
          "net=fire",
          "activation=silu",
          "output=none",
          "loss=huber",
          "optimizer=adamw",
          "rate=0.002",
          "schedule=cosine",
          "epochs=6");

  private OrdinaryPyTorchBases() {}

  static List<Base> all() {
    return List.of(
        RINGS,
        CROSSES,
        of(
            "leaves, channels of places, leaky ReLU, centre and size, DIoU, Adam",
            "scene=leaves",
            "net=places",
            "activation=leaky",
            "format=cxcywh",
            "loss=diou",
            "rate=0.002",
            "epochs=6"));
  }

  /** Those that {@link OrdinaryPyTorchFaults} and {@link OrdinarySampleFaults} are put into. */
  static List<Base> hosts() {
    return List.of(RINGS, CROSSES);
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
