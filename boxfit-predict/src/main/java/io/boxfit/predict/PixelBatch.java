package io.boxfit.predict;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * Pictures of equal size as bare pixels: count x height x width x channels, interleaved, one
 * unsigned byte each.
 *
 * <p>The pixels are not copied on their way to the model, so the buffer must not change during a
 * prediction. It may be filled anew afterwards: whoever predicts many batches needs one buffer
 * only.
 *
 * @param count pictures, at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels 3 (RGB) or 1 (gray)
 * @param pixels a direct buffer; the batch starts at its position, which predictions leave alone
 */
public record PixelBatch(int count, int height, int width, int channels, ByteBuffer pixels) {

  /**
   * @throws IllegalArgumentException if a size is not positive, channels is neither 1 nor 3, or the
   *     buffer is not direct or holds fewer bytes from its position on than the sizes ask for
   */
  public PixelBatch {
    Objects.requireNonNull(pixels, "pixels");
    if (count < 1 || height < 1 || width < 1 || (channels != 1 && channels != 3)) {
      throw new IllegalArgumentException(
          "a batch needs count, height and width of at least 1 and 1 or 3 channels, got "
              + describe(count, height, width, channels));
    }
    if (!pixels.isDirect()) {
      throw new IllegalArgumentException(
          "a batch needs a direct buffer: see ByteBuffer.allocateDirect");
    }
    if (pixels.remaining() < bytes(count, height, width, channels)) {
      throw new IllegalArgumentException(
          "a batch of "
              + describe(count, height, width, channels)
              + " needs as many bytes, got "
              + pixels.remaining());
    }
  }

  /**
   * A batch with a new buffer of its own, all zero, to be written by the caller.
   *
   * @throws IllegalArgumentException as the constructor, or if the batch exceeds 2 GB
   */
  public static PixelBatch allocate(int count, int height, int width, int channels) {
    double size = (double) count * height * width * channels;
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a batch of " + describe(count, height, width, channels) + " exceeds 2 GB");
    }
    int capacity = (int) Math.max(0, size);
    ByteBuffer pixels = ByteBuffer.allocateDirect(capacity).order(ByteOrder.nativeOrder());
    return new PixelBatch(count, height, width, channels, pixels);
  }

  /** Exactly the bytes of this batch, as a view that has its own position. */
  ByteBuffer view() {
    return pixels.slice(pixels.position(), (int) bytes(count, height, width, channels));
  }

  /** A double, because the product of four ints can overflow a long. */
  private static double bytes(int count, int height, int width, int channels) {
    return (double) count * height * width * channels;
  }

  private static String describe(int count, int height, int width, int channels) {
    return count + "x" + height + "x" + width + "x" + channels;
  }
}
