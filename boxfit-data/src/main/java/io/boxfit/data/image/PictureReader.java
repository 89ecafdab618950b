package io.boxfit.data.image;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads PNG, JPEG, WebP, BMP, TIFF and GIF files as RGB pictures; the content tells which it is.
 *
 * <p>Samples count as they are stored: colour profiles are not applied. Gray becomes three equal
 * channels, CMYK is mixed without a profile, 16 bits are scaled to 8, transparent pixels are laid
 * on white. Of a file with several pictures the first is read.
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
   * The picture in a file as people see it: turned upright where the file says how the camera was
   * held.
   *
   * @return 3 channels
   * @throws BadInputException if the file is missing, a folder, not readable, of no known format,
   *     damaged, cut off (the cause is an {@link EOFException} then), of more than 100 megapixels
   *     or of more than the memory holds
   */
  public static Picture read(Path file) {
    PictureHeader header = PictureHeader.read(file);
    return PictureFile.read(file, () -> header.orientation().upright(decoded(file, header)));
  }

  /**
   * The picture in a file as it is stored, whatever the file says of how the camera was held.
   *
   * @return 3 channels
   * @throws BadInputException as {@link #read}
   */
  public static Picture readStored(Path file) {
    PictureHeader header = PictureHeader.read(file);
    return PictureFile.read(file, () -> decoded(file, header));
  }

  private static Picture decoded(Path file, PictureHeader header) throws IOException {
    requireSize(file, header);
    Picture picture =
        switch (header.format()) {
          case PNG -> RgbPixels.of(JdkDecoder.image("png", file));
          case JPEG -> JpegDecoder.picture(file);
          case BMP -> bmp(file);
          case TIFF -> tiff(file);
          case GIF -> GifDecoder.picture(file, header.width(), header.height());
          case WEBP -> RgbPixels.of(WebpDecoder.image(file));
        };
    if (picture.width() != header.width() || picture.height() != header.height()) {
      throw new IOException(
          "its header says "
              + header.width()
              + "x"
              + header.height()
              + " pixels, its content "
              + picture.width()
              + "x"
              + picture.height());
    }
    return picture;
  }

  /** The decoder makes room before it looks. */
  private static Picture bmp(Path file) throws IOException {
    try (HeaderBytes bytes = new HeaderBytes(file)) {
      if (PlainHeaders.bmpPixels(bytes) > bytes.length()) {
        throw new EOFException();
      }
    }
    return RgbPixels.of(JdkDecoder.image("bmp", file));
  }

  /** The decoder leaves what is cut off black. */
  private static Picture tiff(Path file) throws IOException {
    try (HeaderBytes bytes = new HeaderBytes(file)) {
      if (TiffDirectory.at(bytes, 0).end() > bytes.length()) {
        throw new EOFException();
      }
    }
    return RgbPixels.of(JdkDecoder.image("tiff", file));
  }

  private static void requireSize(Path file, PictureHeader header) throws IOException {
    long pixels = (long) header.width() * header.height();
    if (pixels > LARGEST_PIXELS) {
      throw new BadInputException(
          file
              + " is too large: "
              + header.width()
              + "x"
              + header.height()
              + " pixels, at most 100 megapixels; resize it first.");
    }
    boolean bounded = header.format() == PictureFormat.PNG || header.format() == PictureFormat.JPEG;
    if (bounded && pixels > MOST_PIXELS_A_BYTE * Files.size(file)) {
      throw PictureFile.cutOff(file);
    }
  }
}
