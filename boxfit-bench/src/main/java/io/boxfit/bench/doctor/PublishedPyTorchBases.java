package io.boxfit.bench.doctor;

import java.util.List;

/** PyTorch programs that work, with networks as tutorials have them. */
final class PublishedPyTorchBases {
  /** Each side through a sigmoid, as in tutorials on bounding boxes. */
  private static final Base VGG =
      of(
          "coloured rectangles, small VGG, dropout of 0.2, mse, Adam",
          "scene=colour",
          "net=vgg",
          "dropout=0.2",
          "epochs=5");

  /** Standard scores of the sides, as in tutorials on facial key points. */
  private static final Base KEYPOINTS =
      of(
          "balls, key point network of ELUs, standard scores, smooth L1, Adam",
          "scene=balls",
          "net=keypoints",
          "activation=elu",
          "output=none",
          "targets=standard",
          "loss=smooth_l1",
          "epochs=5");

  private PublishedPyTorchBases() {}

  static List<Base> all() {
    return List.of(
        VGG,
        KEYPOINTS,
        of(
            "slopes, network of a car that steers itself, ELU, corner and size, mse, AdamW",
            "scene=slope",
            "net=pilot",
            "activation=elu",
            "depth=1",
            "format=xywh",
            "optimizer=adamw",
            "epochs=5"),
        of(
            "frames, ResNet without its pool, centre and size, Huber, SGD along a cosine",
            "scene=frame",
            "net=resnet",
            "format=cxcywh",
            "loss=huber",
            "optimizer=sgd",
            "rate=0.05",
            "schedule=cosine"),
        of(
            "rectangles, dense layers alone, dropout of 0.1, pixels of 0 to 1, mse, Adadelta",
            "net=dense",
            "dropout=0.1",
            "pixels=zero to one",
            "optimizer=adadelta",
            "rate=1",
            "epochs=12"));
  }

  /** Those that the faults people published are put into. */
  static List<Base> hosts() {
    return List.of(VGG, KEYPOINTS);
  }

  private static Base of(String name, String... options) {
    return new Base(name, true, List.of(options));
  }
}
