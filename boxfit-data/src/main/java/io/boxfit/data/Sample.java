package io.boxfit.data;

import io.boxfit.core.box.Box;

/**
 * One image and the box of its object.
 *
 * @param id leads back to where the sample comes from: a file's name, or which letter of which set
 * @param picture the pixels
 * @param box the truth, in pixels of the picture
 */
public record Sample(String id, Picture picture, Box box) {}
