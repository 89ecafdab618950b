package io.boxfit.bench.doctor;

import java.util.List;

/** PyTorch programs that work. */
final class PyTorchBases {
  /** Frames, each side through a sigmoid. */
  private static final Base FRAMES =
      known("frames, leaky ReLU, mse, NAdam", "scene=frame", "activation=leaky", "optimizer=nadam");

  /** Ellipses, each side through a sigmoid. */
  private static final Base ELLIPSES =
      known(
          "ellipses, SiLU, smooth L1, AdamW with weight decay",
          "scene=ellipse",
          "activation=silu",
          "loss=huber",
          "optimizer=decayed");

  /** Slopes, centre and size through a sigmoid. */
  private static final Base SLOPES =
      known(
          "slopes, depthwise convolutions, centre and size, mse, Adam",
          "net=separable",
          "scene=slope",
          "format=cxcywh",
          "activation=leaky",
          "rate=0.002",
          "samples=2500");

  /** Hatched rectangles, each side through a sigmoid. */
  private static final Base PATCHES =
      known(
          "hatched, patches and a layer norm, L1, AdamW after a warm-up",
          "net=patches",
          "scene=hatched",
          "loss=l1",
          "optimizer=adamw",
          "schedule=warm-up",
          "samples=2500");

  private PyTorchBases() {}

  /** All, each of another kind. */
  static List<Base> all() {
    return List.of(
        known("rectangles, strided, mse, Adam"),
        known("ellipses, pooled, mse, Adam", "net=pooled", "scene=ellipse", "epochs=6"),
        known("frames, batch norm, mse, Adam", "net=norm", "scene=frame"),
        known(
            "ellipses, wide, centre and size, GIoU, Adam",
            "net=wide",
            "scene=ellipse",
            "format=cxcywh",
            "loss=giou"),
        known("rectangles, deep, L1, AdamW", "net=deep", "loss=l1", "optimizer=adamw", "epochs=6"),
        known(
            "rectangles, tanh, no activation at the end, smooth L1, Adam",
            "activation=tanh",
            "output=none",
            "loss=smooth_l1"),
        known(
            "rectangles, leaky ReLU, SGD with momentum",
            "activation=leaky",
            "optimizer=sgd",
            "rate=0.1"),
        known(
            "rectangles, targets in pixels, no activation at the end, Adam",
            "output=none",
            "targets=pixels",
            "rate=0.002"),
        known(
            "ellipses, centre and size, mse, RMSprop",
            "scene=ellipse",
            "format=cxcywh",
            "optimizer=rmsprop",
            "rate=0.0005"),
        known(
            "frames, ELU, pixels of 0 to 1, mse, Adam",
            "scene=frame",
            "activation=elu",
            "output=none",
            "pixels=zero to one"),
        FRAMES,
        ELLIPSES,
        known(
            "rectangles, residual blocks, group norm, L1, Adam along a cosine",
            "net=residual",
            "loss=l1",
            "epochs=6",
            "schedule=cosine"),
        known(
            "ellipses, average pools, centre and size, DIoU, Adam along one cycle",
            "net=averaged",
            "scene=ellipse",
            "format=cxcywh",
            "loss=diou",
            "schedule=once"),
        known("ellipses, flipped with their boxes, mse, Adam", "scene=ellipse", "mirror=together"),
        known(
            "rectangles, smooth L1 on logits, AdamW",
            "targets=logits",
            "output=none",
            "loss=smooth_l1",
            "optimizer=adamw"),
        SLOPES,
        PATCHES,
        known(
            "ellipses, places that the sides are expected at, Huber, Adam",
            "net=expected",
            "scene=ellipse",
            "output=none",
            "loss=huber"));
  }

  /** Those that {@link PyTorchFaults} are put into. */
  static List<Base> hosts() {
    return List.of(
        known("rectangles, strided, mse, Adam"),
        known("ellipses, strided, L1, Adam", "scene=ellipse", "loss=l1"));
  }

  /** Those that {@link FurtherPyTorchFaults} are put into. */
  static List<Base> furtherHosts() {
    return List.of(FRAMES, ELLIPSES);
  }

  /** Those that {@link SlipFaults} and {@link ReadingFaults} are put into. */
  static List<Base> slipHosts() {
    return List.of(SLOPES, PATCHES);
  }

  private static Base known(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
