package io.boxfit.app.foreign;

/** What becomes of a gray level, 0 to 255. The commonest first. */
enum ValueRange {
  /** Divided by 255. */
  UNIT("0..1"),
  /** As it is. */
  BYTES("0..255"),
  /** Divided by 127.5, less one: Keras's preprocess_input in mode tf. */
  SIGNED("-1..1"),
  /** Divided by 255, then ImageNet's mean and deviation: torchvision. */
  IMAGENET("imagenet"),
  /** ImageNet's mean and deviation of 0..1, the division by 255 left out. */
  IMAGENET_UNDIVIDED("imagenet-undivided"),
  /** ImageNet's mean subtracted from 0..255: Caffe, and Keras's preprocess_input in mode caffe. */
  MEAN_SUBTRACTED("mean-subtracted"),
  /** White becomes 0 and black 1: ink is bright, as in MNIST. */
  INVERTED("1..0"),
  /** Less 128: what fits into int8. */
  CENTRED("-128..127");

  private static final double[] MEAN = {0.485, 0.456, 0.406};
  private static final double[] DEVIATION = {0.229, 0.224, 0.225};
  private static final double[] CAFFE = {123.68, 116.779, 103.939};

  private final String words;

  ValueRange(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * The number that a network is given.
   *
   * @param level 0 to 255
   * @param colour whose mean counts: 0 red, 1 green, 2 blue
   */
  double of(int level, int colour) {
    return switch (this) {
      case UNIT -> level / 255.0;
      case BYTES -> level;
      case SIGNED -> level / 127.5 - 1;
      case IMAGENET -> (level / 255.0 - MEAN[colour]) / DEVIATION[colour];
      case IMAGENET_UNDIVIDED -> (level - MEAN[colour]) / DEVIATION[colour];
      case MEAN_SUBTRACTED -> level - CAFFE[colour];
      case INVERTED -> 1 - level / 255.0;
      case CENTRED -> level - 128;
    };
  }
}
