package io.boxfit.model.layer;

/** A direction in a picture. */
public enum Axis {
  /** To the right. */
  X,
  /** Down. */
  Y
}
