package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/**
 * One way to read the four numbers that a network says of a resized picture.
 *
 * @param reading of the numbers
 * @param frame that they speak of
 */
public record FramedReading(Reading reading, Frame frame) {

  /** The box in pixels of the picture. */
  public Box decode(double[] four, Placement placement) {
    return switch (frame) {
      case INPUT ->
          placement.toPicture(
              reading.decode(four, placement.inputWidth(), placement.inputHeight()));
      case PICTURE -> reading.decode(four, placement.pictureWidth(), placement.pictureHeight());
    };
  }

  /** What it is, for people. */
  public String words() {
    return frame == Frame.INPUT
        ? reading.words()
        : reading.words() + " of the picture before it was resized";
  }
}
