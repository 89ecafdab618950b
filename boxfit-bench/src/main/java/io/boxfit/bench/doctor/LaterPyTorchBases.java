package io.boxfit.bench.doctor;

import java.util.List;

/** PyTorch programs that work, of other kinds than those of {@link PyTorchBases}. */
final class LaterPyTorchBases {
  /** A module of its own that is fed with colours. */
  private static final Base COLOURS =
      of(
          "coloured rectangles, squares of pixels, separable convolutions, mse, SGD after a warm-up",
          "scene=colour",
          "net=squares",
          "forward=sound",
          "activation=leaky",
          "optimizer=sgd",
          "rate=0.3",
          "schedule=warm-up");

  /** A module of its own that hardly sees its objects. */
  private static final Base FAINT =
      of(
          "faint rectangles, a skip, dropout of 0.1, smooth L1, AdamW, clipped gradients",
          "scene=faint",
          "net=skip",
          "forward=sound",
          "activation=leaky",
          "dropout=0.1",
          "loss=huber",
          "optimizer=decayed",
          "clip=1");

  private LaterPyTorchBases() {}

  static List<Base> all() {
    return List.of(
        COLOURS,
        FAINT,
        of(
            "ellipses, four batches of eight a step, L1, Adam",
            "scene=ellipse",
            "loss=l1",
            "batch=8",
            "accumulate=4",
            "epochs=4"),
        of(
            "frames, boxes a pixel off, smooth L1, NAdam",
            "scene=frame",
            "given=a pixel off",
            "loss=smooth_l1",
            "optimizer=nadam"),
        of(
            "rectangles, centre and logarithm of the size, L1, Adam",
            "targets=log sizes",
            "output=none",
            "loss=l1"),
        of(
            "ellipses, first layer frozen, SiLU, mse, Adam",
            "scene=ellipse",
            "trained=all but the first",
            "activation=silu"),
        of(
            "rectangles, squared errors summed up, SGD with momentum",
            "loss=summed",
            "optimizer=sgd",
            "rate=0.0008",
            "activation=leaky"),
        of(
            "padded rectangles, dropout of 0.2, ELU, pixels of 0 to 1, mse, Adam",
            "scene=padded",
            "dropout=0.2",
            "epochs=6",
            "activation=elu",
            "pixels=zero to one"));
  }

  /** Those that the faults of forward, losses, loops and readers are put into. */
  static List<Base> hosts() {
    return List.of(COLOURS, FAINT);
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
