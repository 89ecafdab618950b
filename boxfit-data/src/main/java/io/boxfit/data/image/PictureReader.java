package io.boxfit.data.image;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Reads PNG and JPEG files as RGB pictures.
 *
 * <p>Samples count as they are stored: colour profiles and orientation tags are not applied. Gray
 * becomes three equal channels, 16 bits are scaled to 8, transparent pixels are laid on white.
 */
public final class PictureReader {
  /** More pixels are refused by the header, before anything is decoded. */
  public static final long LARGEST_PIXELS = 100_000_000;

  /**
   * Deflate makes at most 1032 bytes of one, and a byte holds at most 8 pixels; JPEG is further
   * from that. What a header claims beyond it cannot be in the file, and is not worth its memory.
   */
  private static final long MOST_PIXELS_A_BYTE = 8 * 1032;

  private PictureReader() {}

  /**
   * The picture in a file.
   *
   * @return 3 channels
   * @throws BadInputException if the file is missing, a folder, not readable, neither PNG nor JPEG,
   *     damaged, cut off or of more than 100 megapixels
   */
  public static Picture read(Path file) {
    return PictureFile.read(
        file,
        () -> {
          try (ImageInputStream input = new FileImageInputStream(file.toFile())) {
            return read(input, file);
          }
        });
  }

  private static Picture read(ImageInputStream input, Path file) throws IOException {
    ImageReader reader = reader(input, file);
    try {
      CutOff cutOff = new CutOff();
      reader.addIIOReadWarningListener(cutOff);
      // Metadata is skipped, so compressed text in it cannot swell.
      reader.setInput(input, true, true);
      int width = reader.getWidth(0);
      int height = reader.getHeight(0);
      if ((long) width * height > LARGEST_PIXELS) {
        throw new BadInputException(
            file
                + " is too large: "
                + width
                + "x"
                + height
                + " pixels, at most 100 megapixels; resize it first.");
      }
      if ((long) width * height > MOST_PIXELS_A_BYTE * input.length()) {
        throw PictureFile.cutOff(file);
      }
      Picture picture = RgbPixels.of(reader.read(0));
      if (cutOff.seen) {
        throw PictureFile.cutOff(file);
      }
      return picture;
    } finally {
      reader.dispose();
    }
  }

  private static ImageReader reader(ImageInputStream input, Path file) throws IOException {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      String format = reader.getFormatName().toLowerCase(Locale.ROOT);
      if (format.equals("png") || format.equals("jpeg")) {
        return reader;
      }
      reader.dispose();
    }
    throw new BadInputException(file + " is not a picture: it is neither PNG nor JPEG.");
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
