package io.boxfit.train.batch;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.model.network.Input;

/**
 * Pixels as a network's input: channels first, {@code (value - 127.5) / 127.5}, gray by ITU-R 601.
 *
 * @param input what the network expects
 */
public record PictureEncoder(Input input) {
  private static final float[] RED = weights(0.299f);
  private static final float[] GREEN = weights(0.587f);
  private static final float[] BLUE = weights(0.114f);

  private static float[] weights(float weight) {
    float[] products = new float[256];
    for (int value = 0; value < 256; value++) {
      products[value] = weight * value;
    }
    return products;
  }

  /** Numbers that one picture becomes. */
  public int length() {
    return input.channels() * input.height() * input.width();
  }

  /**
   * Writes one picture.
   *
   * @throws BadInputException if it has not the size that the network expects
   */
  public void write(Sample sample, float[] to, int offset) {
    Picture picture = sample.picture();
    if (picture.width() != input.width() || picture.height() != input.height()) {
      throw new BadInputException(
          sample.id()
              + ": the picture is "
              + picture.width()
              + "x"
              + picture.height()
              + ", the recipe's input "
              + input.width()
              + "x"
              + input.height());
    }
    byte[] pixels = picture.pixels();
    int places = picture.width() * picture.height();
    int step = picture.channels();
    int green = step == 3 ? 1 : 0;
    int blue = step == 3 ? 2 : 0;
    for (int i = 0, at = 0; i < places; i++, at += step) {
      int r = pixels[at] & 0xFF;
      int g = pixels[at + green] & 0xFF;
      int b = pixels[at + blue] & 0xFF;
      if (input.channels() == 1) {
        to[offset + i] = scaled(RED[r] + GREEN[g] + BLUE[b]);
      } else {
        to[offset + i] = scaled(r);
        to[offset + places + i] = scaled(g);
        to[offset + 2 * places + i] = scaled(b);
      }
    }
  }

  private static float scaled(float value) {
    return (value - 127.5f) / 127.5f;
  }
}
