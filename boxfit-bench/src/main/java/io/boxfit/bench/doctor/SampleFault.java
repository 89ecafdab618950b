package io.boxfit.bench.doctor;

/** One way to spoil the samples that a training is given. */
enum SampleFault {
  /** Each picture has another picture's box. */
  SHUFFLED,
  /** Each picture has the box of the one before it. */
  SHIFTED,
  /** Every other picture is mirrored, left and right, and its box is not. */
  MIRRORED,
  /** Every other picture is turned upside down, and its box is not. */
  UPSIDE_DOWN,
  /** The pictures are empty. */
  EMPTY,
  /** x and y of every box are swapped, as shares of the picture. */
  SWAPPED,
  /** All are the same forty. */
  FEW,
  /** Every other picture has another picture's box. */
  HALF,
  /** Tops and bottoms are measured from the lower border. */
  FROM_BELOW,
  /** Each picture is drawn larger, by up to twice, and its box stays. */
  ZOOMED,
  /** Boxes are of pictures of half the size. */
  BOXES_HALVED,
  /** Noise, and the picture shines through by a thirtieth. */
  NOISY,
  /** One coin mirrors the picture, another one the box. */
  TWO_COINS,
  /** Each picture shows the letter of another one, too. */
  TWO_LETTERS,
  /** Seven of ten pictures have the box of the last one before them that has its own. */
  FILLED,
  /** Each picture is moved by up to a fifth of its size, and its box stays. */
  PUSHED,
  /** Pixels are divided by 255 and are bytes still. */
  DARK,
  /** The middle stands where the left upper corner should. */
  CENTRE_AS_CORNER,
  /** x is divided by the height and y by the width. */
  WRONG_SIDE,
  /** The first picture has the last one's box, and so on. */
  BACKWARDS,
  /** Each picture is turned about its middle by up to 60 degrees, and its box stays. */
  ROTATED,
  /** Boxes are of pictures of twice the size. */
  BOXES_DOUBLED,
  /** The left upper corner stands where the middle should. */
  CORNER_AS_CENTRE,
  /** All pictures have the first one's box. */
  FIRST_BOX,
  /** Each picture is drawn smaller, down to half, from its left upper corner, and its box stays. */
  SHRUNK
}
