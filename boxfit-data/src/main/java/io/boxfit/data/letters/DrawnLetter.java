package io.boxfit.data.letters;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;

/**
 * A letter with what went into it, for figures by background, face or size.
 *
 * @param letter A-Z or a-z
 * @param face the name of its face, for example {@code DejaVuSans-Bold}
 * @param emPixels size of the em square, px
 * @param degrees rotation, counter-clockwise, -15 to 15; 0 for an upright letter
 * @param background what lies behind it
 * @param ink the letter's colour, 0xRRGGBB
 * @param picture the pixels
 * @param box the tight box of the ink: the pixels that the letter covers by half or more
 */
public record DrawnLetter(
    char letter,
    String face,
    int emPixels,
    double degrees,
    BackgroundKind background,
    int ink,
    Picture picture,
    Box box) {}
