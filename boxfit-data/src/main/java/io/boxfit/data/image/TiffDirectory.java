package io.boxfit.data.image;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * The first directory of a TIFF file, and of an EXIF block, which is built like one: size and
 * orientation, and nothing else of it.
 *
 * @param width 0 where it does not say
 * @param height 0 where it does not say
 */
record TiffDirectory(long width, long height, Orientation orientation) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int ORIENTATION = 274;
  private static final int TYPE_SHORT = 3;
  private static final int ENTRY = 12;

  /**
   * The directory of the block that begins at a place.
   *
   * @throws IOException if it does not begin as one
   */
  static TiffDirectory at(HeaderBytes bytes, long start) throws IOException {
    if (bytes.startsWith("II", start)) {
      bytes.order(ByteOrder.LITTLE_ENDIAN);
    } else if (bytes.startsWith("MM", start)) {
      bytes.order(ByteOrder.BIG_ENDIAN);
    } else {
      throw new IOException("it does not say its byte order");
    }
    long directory = start + bytes.uint32(start + 4);
    int entries = bytes.uint16(directory);
    long width = 0;
    long height = 0;
    Orientation orientation = Orientation.NORMAL;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) ENTRY * i;
      switch (bytes.uint16(entry)) {
        case WIDTH -> width = number(bytes, entry);
        case HEIGHT -> height = number(bytes, entry);
        case ORIENTATION -> orientation = Orientation.of((int) number(bytes, entry));
        default -> {}
      }
    }
    return new TiffDirectory(width, height, orientation);
  }

  private static long number(HeaderBytes bytes, long entry) throws IOException {
    return bytes.uint16(entry + 2) == TYPE_SHORT
        ? bytes.uint16(entry + 8)
        : bytes.uint32(entry + 8);
  }

  /** The orientation of an EXIF block; a damaged one has none, which harms no pixel. */
  static Orientation orientation(HeaderBytes bytes, long start) {
    try {
      return at(bytes, start).orientation();
    } catch (IOException e) {
      return Orientation.NORMAL;
    }
  }

  PictureHeader header() throws IOException {
    return PictureHeader.of(PictureFormat.TIFF, width, height, orientation);
  }
}
