package io.boxfit.app.foreign;

import java.util.Locale;

/** What the channels of an input hold. */
enum ColorOrder {
  /** Red first: Pillow, Keras, torchvision. */
  RGB,
  /** Blue first: OpenCV. */
  BGR,
  /** Luma, in each channel the same. */
  GRAY;

  String words() {
    return name().toLowerCase(Locale.ROOT);
  }
}
