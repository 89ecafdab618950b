package io.boxfit.predict;

import io.boxfit.core.BadInputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG, refusing what is too large before it is decoded and what is cut off. */
final class EncodedPicture {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  /**
   * Deflate makes at most 1032 bytes of one, and a byte holds at most 8 pixels; JPEG is further
   * from that. What a header claims beyond it cannot be in the file, and is not worth its memory.
   */
  private static final long MOST_PIXELS_A_BYTE = 8 * 1032;

  private EncodedPicture() {}

  /**
   * The picture as stored; orientation tags and colour profiles are not applied.
   *
   * @param name of the picture in messages
   * @throws BadInputException if the bytes are not a whole PNG or JPEG of at most 100 megapixels
   */
  static BufferedImage decode(byte[] bytes, String name) {
    ImageReader reader = ImageIO.getImageReadersByFormatName(format(bytes, name)).next();
    // In memory: ImageIO would otherwise buffer in a temporary file.
    try (MemoryCacheImageInputStream input =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      CutOff cutOff = new CutOff();
      reader.addIIOReadWarningListener(cutOff);
      // Metadata is skipped, so compressed text in it cannot swell.
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      PictureSize.require(width, height, name);
      if ((long) width * height > MOST_PIXELS_A_BYTE * bytes.length) {
        throw cutOff(name);
      }
      BufferedImage image = reader.read(0);
      if (cutOff.seen) {
        throw cutOff(name);
      }
      return image;
    } catch (BadInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Decoders meet damage with exceptions of every kind.
      throw new BadInputException(
          name + " cannot be decoded, it is damaged, cut off or of a rare kind: " + reason(e), e);
    } finally {
      reader.dispose();
    }
  }

  private static BadInputException cutOff(String name) {
    return new BadInputException(name + " is cut off: the file ends before the picture does");
  }

  private static String format(byte[] bytes, String name) {
    if (startsWith(bytes, PNG)) {
      return "png";
    }
    if (startsWith(bytes, JPEG)) {
      return "jpeg";
    }
    throw new BadInputException(name + " is not a picture: it is neither PNG nor JPEG");
  }

  private static boolean startsWith(byte[] bytes, byte[] signature) {
    return bytes.length >= signature.length
        && Arrays.equals(bytes, 0, signature.length, signature, 0, signature.length);
  }

  /** One line: the innermost exception says most. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null || message.isBlank()
        ? innermost.getClass().getSimpleName()
        : OneLine.of(message);
  }

  /** The JPEG decoder only warns of a missing end, and fills the rest with gray. */
  private static final class CutOff implements IIOReadWarningListener {
    private boolean seen;

    @Override
    public void warningOccurred(ImageReader source, String warning) {
      String text = warning.toLowerCase(Locale.ROOT);
      seen |= text.contains("premature end") || text.contains("truncated");
    }
  }
}
