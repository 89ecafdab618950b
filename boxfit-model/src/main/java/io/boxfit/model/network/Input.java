package io.boxfit.model.network;

import io.boxfit.core.BadInputException;
import io.boxfit.core.fit.Fitting;
import io.boxfit.core.fit.Resize;
import io.boxfit.model.Default;
import io.boxfit.model.layer.Shape;

/**
 * The picture that a network is given: the one place where its size and channels stand.
 *
 * <p>Pixels arrive as {@code (value - 127.5) / 127.5}; with one channel, pictures are first turned
 * to gray by ITU-R 601 luma.
 *
 * @param width pixels
 * @param height pixels
 * @param channels 1 (gray) or 3 (RGB)
 * @param resize what happens to pictures of another size
 */
public record Input(
    int width,
    int height,
    int channels,
    @Default(value = "stretch", written = false) Resize resize) {
  private static final int LARGEST = 8192;

  /**
   * @throws BadInputException if a number is impossible
   */
  public Input {
    if (width < 1 || width > LARGEST) {
      throw new BadInputException("input.width must be in [1, 8192], got " + width);
    }
    if (height < 1 || height > LARGEST) {
      throw new BadInputException("input.height must be in [1, 8192], got " + height);
    }
    if (channels != 1 && channels != 3) {
      throw new BadInputException("input.channels must be 1 (gray) or 3 (RGB), got " + channels);
    }
  }

  /** An input that pictures of another size are stretched to. */
  public Input(int width, int height, int channels) {
    this(width, height, channels, Resize.STRETCH);
  }

  /** Where a picture comes to lie in it. */
  public Fitting fit(int pictureWidth, int pictureHeight) {
    return Fitting.of(resize, pictureWidth, pictureHeight, width, height);
  }

  /** (channels, height, width). */
  public Shape shape() {
    return Shape.of(channels, height, width);
  }
}
