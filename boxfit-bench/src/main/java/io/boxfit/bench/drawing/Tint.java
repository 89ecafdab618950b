package io.boxfit.bench.drawing;

import java.awt.Color;

/** What a colour stands for, the same in all drawings. */
public enum Tint {
  /** What is shown: the predicted box, the training at hand. */
  PATIENT(0xd9620a),
  /** What it is compared with: a training without the fault. */
  TWIN(0x8a93a6),
  /** The truth. */
  TRUTH(0x1583c4),
  /** A bound that matters. */
  BOUND(0xb3261e),
  /** A second thing beside the first. */
  OTHER(0x6a4fb3);

  private final Color color;

  Tint(int rgb) {
    color = new Color(rgb);
  }

  Color color() {
    return color;
  }
}
