package io.boxfit.predict;

import io.boxfit.core.box.Box;

/**
 * What a model says about one picture.
 *
 * @param box the box the model gives out, pixels of the picture; where {@link
 *     ModelInfo#wholePixels()} holds, at whole pixels. It may be improper: see {@link
 *     Box#isProper()}
 * @param unrounded the box before rounding; the same as {@code box} where the model does not round
 */
public record Prediction(Box box, Box unrounded) {}
