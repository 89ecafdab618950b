package io.boxfit.data.image;

import java.io.IOException;
import java.nio.ByteOrder;

/** The headers that stand at fixed places. */
final class PlainHeaders {
  /** Where the second header of a BMP begins. */
  private static final int BMP_INFO = 14;

  private static final int OS2_HEADER = 12;

  private PlainHeaders() {}

  static boolean looksLikeBmp(HeaderBytes bytes) throws IOException {
    if (bytes.length() < BMP_INFO + 4) {
      return bytes.length() < BMP_INFO;
    }
    long size = bytes.order(ByteOrder.LITTLE_ENDIAN).uint32(BMP_INFO);
    return size >= OS2_HEADER && size <= 256;
  }

  static PictureHeader bmp(HeaderBytes bytes) throws IOException {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    boolean old = bytes.uint32(BMP_INFO) == OS2_HEADER;
    long width = old ? bytes.uint16(18) : bytes.int32(18);
    // Negative where the rows stand from top to bottom.
    long height = old ? bytes.uint16(20) : Math.abs((long) bytes.int32(22));
    return PictureHeader.of(PictureFormat.BMP, width, height, Orientation.NORMAL);
  }

  /** The bytes that the pixels of a BMP take at least; 0 where they are compressed. */
  static long bmpPixels(HeaderBytes bytes) throws IOException {
    PictureHeader header = bmp(bytes);
    boolean old = bytes.uint32(BMP_INFO) == OS2_HEADER;
    boolean plain = old || bytes.uint32(30) == 0;
    int bits = bytes.uint16(old ? 24 : 28);
    return plain ? (long) header.width() * header.height() * bits / 8 : 0;
  }

  /** The screen on which the frames are laid. */
  static PictureHeader gif(HeaderBytes bytes) throws IOException {
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    return PictureHeader.of(
        PictureFormat.GIF, bytes.uint16(6), bytes.uint16(8), Orientation.NORMAL);
  }
}
