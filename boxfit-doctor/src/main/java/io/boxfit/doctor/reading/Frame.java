package io.boxfit.doctor.reading;

/** Which rectangle four numbers speak of, where pictures are resized for a network. */
public enum Frame {
  /** The network's input. */
  INPUT,
  /** The picture before it was resized. */
  PICTURE
}
