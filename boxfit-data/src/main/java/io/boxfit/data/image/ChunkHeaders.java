package io.boxfit.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;

/** The headers of formats that are a row of named chunks. */
final class ChunkHeaders {
  private static final int VP8X_EXIF = 0x08;
  private static final int VP8_START = 0x2A_019D;
  private static final int VP8L_SIGNATURE = 0x2F;

  private ChunkHeaders() {}

  /** PNG (ISO/IEC 15948): IHDR first; eXIf anywhere before the end. */
  static PictureHeader png(HeaderBytes bytes) throws IOException {
    bytes.order(ByteOrder.BIG_ENDIAN);
    if (!bytes.fourCharacters(12).equals("IHDR")) {
      throw new IOException("it does not begin with a header");
    }
    long width = bytes.uint32(16);
    long height = bytes.uint32(20);
    return PictureHeader.of(PictureFormat.PNG, width, height, pngOrientation(bytes));
  }

  private static Orientation pngOrientation(HeaderBytes bytes) throws IOException {
    try {
      for (long at = 8; ; at += 12 + bytes.uint32(at)) {
        String name = bytes.fourCharacters(at + 4);
        if (name.equals("eXIf")) {
          return TiffDirectory.orientation(bytes, at + 8);
        }
        if (name.equals("IEND")) {
          return Orientation.NORMAL;
        }
        bytes.order(ByteOrder.BIG_ENDIAN);
      }
    } catch (EOFException e) {
      // What is cut off still has a size; reading the pixels tells.
      return Orientation.NORMAL;
    }
  }

  /** WebP (RFC 9649): a lossy, lossless or extended chunk first. */
  static PictureHeader webp(HeaderBytes bytes) throws IOException {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    return switch (bytes.fourCharacters(12)) {
      case "VP8 " -> lossy(bytes, 20);
      case "VP8L" -> lossless(bytes, 20);
      case "VP8X" -> extended(bytes, 20);
      default -> throw new IOException("it begins with an unknown chunk");
    };
  }

  private static PictureHeader lossy(HeaderBytes bytes, long data) throws IOException {
    if ((bytes.uint32(data + 3) & 0xFF_FFFF) != VP8_START) {
      throw new IOException("its first frame does not begin as one");
    }
    return webp(
        bytes.uint16(data + 6) & 0x3FFF, bytes.uint16(data + 8) & 0x3FFF, Orientation.NORMAL);
  }

  private static PictureHeader lossless(HeaderBytes bytes, long data) throws IOException {
    if (bytes.uint8(data) != VP8L_SIGNATURE) {
      throw new IOException("its first frame does not begin as one");
    }
    long sizes = bytes.uint32(data + 1);
    return webp((sizes & 0x3FFF) + 1, (sizes >> 14 & 0x3FFF) + 1, Orientation.NORMAL);
  }

  private static PictureHeader extended(HeaderBytes bytes, long data) throws IOException {
    boolean exif = (bytes.uint8(data) & VP8X_EXIF) != 0;
    long width = (bytes.uint32(data + 4) & 0xFF_FFFF) + 1;
    long height = (bytes.uint32(data + 6) >> 8) + 1;
    return webp(width, height, exif ? webpOrientation(bytes) : Orientation.NORMAL);
  }

  private static PictureHeader webp(long width, long height, Orientation orientation)
      throws IOException {
    return PictureHeader.of(PictureFormat.WEBP, width, height, orientation);
  }

  private static Orientation webpOrientation(HeaderBytes bytes) throws IOException {
    try {
      long at = 12;
      while (!bytes.fourCharacters(at).equals("EXIF")) {
        long size = bytes.uint32(at + 4);
        at += 8 + size + size % 2;
      }
      // Some writers put the introduction of JPEG's segment before it.
      boolean introduced = bytes.startsWith("Exif\u0000\u0000", at + 8);
      return TiffDirectory.orientation(bytes, at + (introduced ? 14 : 8));
    } catch (EOFException e) {
      return Orientation.NORMAL;
    }
  }
}
