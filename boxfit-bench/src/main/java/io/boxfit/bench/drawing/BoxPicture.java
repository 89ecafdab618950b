package io.boxfit.bench.drawing;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;

/**
 * A picture with its true and its predicted box.
 *
 * @param picture the pixels
 * @param truth px of the picture
 * @param predicted px of the picture, any four numbers
 * @param caption a few words below it
 */
public record BoxPicture(Picture picture, Box truth, Box predicted, String caption) {}
