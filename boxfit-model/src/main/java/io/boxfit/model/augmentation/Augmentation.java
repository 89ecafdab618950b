package io.boxfit.model.augmentation;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * By how much training pictures are varied; every number is 0 (or false) for "not at all".
 *
 * <p>The box follows the picture exactly: whatever moves pixels moves the box by the same map, and
 * the whole object stays in the picture.
 *
 * @param flipX mirrored left to right in half of the cases
 * @param flipY mirrored top to bottom in half of the cases
 * @param quarterTurns turned by 0, 90, 180 or 270 degrees, each in a quarter of the cases
 * @param scale size times {@code exp(u)}, u uniform in [-scale, scale]
 * @param aspect width times {@code exp(u)} and height divided by it, u uniform in [-aspect, aspect]
 * @param shift standard deviation of the object's move, as a share of the picture
 * @param anywhere share of the samples whose object is put anywhere instead
 * @param rotation about the object's middle, degrees, uniform in [-rotation, rotation]; the box
 *     becomes that of the turned ellipse which fills it
 * @param brightness standard deviation of what is added to all pixels, gray levels
 * @param contrast standard deviation of the logarithm of the factor of all pixels about the middle
 *     gray
 * @param colour standard deviation of the logarithm of each channel's own factor
 * @param blur share of the samples that are blurred, with a radius of one or two pixels
 * @param noise largest standard deviation of Gaussian noise, gray levels; uniform from 0
 * @param cutOut share of the samples in which a rectangle of up to a third of the picture's sides
 *     is grayed; it hides no more than half of the object
 * @param paste share of the samples whose object is laid on the background of another picture
 */
public record Augmentation(
    @Default("false") boolean flipX,
    @Default("false") boolean flipY,
    @Default("false") boolean quarterTurns,
    @Default("0") double scale,
    @Default("0") double aspect,
    @Default("0") double shift,
    @Default("0") double anywhere,
    @Default("0") double rotation,
    @Default("0") double brightness,
    @Default("0") double contrast,
    @Default("0") double colour,
    @Default("0") double blur,
    @Default("0") double noise,
    @Default("0") double cutOut,
    @Default("0") double paste) {

  /**
   * @throws BadInputException if a number is impossible
   */
  public Augmentation {
    within("scale", scale, 3);
    within("aspect", aspect, 1);
    within("shift", shift, 1);
    within("anywhere", anywhere, 1);
    within("rotation", rotation, 45);
    within("brightness", brightness, 255);
    within("contrast", contrast, 3);
    within("colour", colour, 3);
    within("blur", blur, 1);
    within("noise", noise, 255);
    within("cutOut", cutOut, 1);
    within("paste", paste, 1);
  }

  /** Pictures as they are. */
  public static Augmentation none() {
    return new Augmentation(false, false, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static void within(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new BadInputException(name + " must be in [0, " + most + "], got " + value);
    }
  }
}
