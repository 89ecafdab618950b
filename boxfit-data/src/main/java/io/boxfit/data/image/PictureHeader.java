package io.boxfit.data.image;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What a picture file says of itself before a pixel is decoded.
 *
 * @param format by its content, whatever its name ends in
 * @param width columns as stored, at least 1
 * @param height rows as stored, at least 1
 * @param orientation how to see the pixels upright
 */
public record PictureHeader(PictureFormat format, int width, int height, Orientation orientation) {

  /**
   * The header of a file. Decodes nothing and takes a few kilobytes of memory, however large the
   * file or the sizes in it.
   *
   * @throws BadInputException if the file is missing, a folder, not readable, empty, no picture of
   *     a known format, or ends or is damaged before its size is known
   */
  public static PictureHeader read(Path file) {
    return PictureFile.read(
        file,
        () -> {
          try (HeaderBytes bytes = new HeaderBytes(file)) {
            return of(Signature.of(bytes, file), bytes);
          }
        });
  }

  private static PictureHeader of(PictureFormat format, HeaderBytes bytes) throws IOException {
    return switch (format) {
      case PNG -> ChunkHeaders.png(bytes);
      case JPEG -> JpegHeader.read(bytes).header();
      case WEBP -> ChunkHeaders.webp(bytes);
      case BMP -> PlainHeaders.bmp(bytes);
      case TIFF -> TiffDirectory.at(bytes, 0).header();
      case GIF -> PlainHeaders.gif(bytes);
    };
  }

  /**
   * A header with a size that a picture can have.
   *
   * @throws IOException if it is none
   */
  static PictureHeader of(PictureFormat format, long width, long height, Orientation orientation)
      throws IOException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new IOException("its header says " + width + "x" + height + " pixels");
    }
    return new PictureHeader(format, (int) width, (int) height, orientation);
  }

  /** Columns of the upright picture. */
  public int uprightWidth() {
    return orientation.swapsAxes() ? height : width;
  }

  /** Rows of the upright picture. */
  public int uprightHeight() {
    return orientation.swapsAxes() ? width : height;
  }
}
