package io.boxfit.bench.doctor;

import java.util.List;

/** PyTorch programs that work, with the networks that courses on deep learning go through. */
final class TextbookPyTorchBases {
  /** Each side through a sigmoid. */
  private static final Base TRIANGLES =
      of(
          "triangles, AlexNet in small, L1, RMSprop",
          "scene=triangles",
          "net=alex",
          "loss=l1",
          "optimizer=rmsprop",
          "rate=0.0005",
          "epochs=5");

  /** Four sides as they come out of the last layer. */
  private static final Base MOONS =
      of(
          "moons, branches of Inception, ELU, log-cosh, RAdam",
          "scene=moons",
          "net=inception",
          "activation=elu",
          "output=none",
          "loss=log-cosh",
          "optimizer=radam",
          "rate=0.003",
          "epochs=6");

  private TextbookPyTorchBases() {}

  static List<Base> all() {
    return List.of(
        TRIANGLES,
        MOONS,
        of(
            "domes, maps side by side as in DenseNet, SiLU, centre and size, CIoU, Nesterov's momentum",
            "scene=domes",
            "net=growing",
            "activation=silu",
            "format=cxcywh",
            "loss=ciou",
            "optimizer=nesterov",
            "rate=0.05",
            "epochs=6"));
  }

  /** Those that {@link TextbookPyTorchFaults} and {@link TextbookSampleFaults} are put into. */
  static List<Base> hosts() {
    return List.of(TRIANGLES, MOONS);
  }

  private static Base of(String name, String... options) {
    return new Base(name, false, List.of(options));
  }
}
