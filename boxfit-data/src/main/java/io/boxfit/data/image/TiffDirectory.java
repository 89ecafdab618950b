package io.boxfit.data.image;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * The first directory of a TIFF file, and of an EXIF block, which is built like one: size,
 * orientation and how far it reaches, and nothing else of it.
 *
 * @param width 0 where it does not say
 * @param height 0 where it does not say
 * @param end the file's least length: what the pixels and the tags about them reach to
 */
record TiffDirectory(long width, long height, Orientation orientation, long end) {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int ORIENTATION = 274;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_SIZES = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_SIZES = 325;
  private static final int LAST_TAG_OF_PIXELS = 339;
  private static final int TYPE_SHORT = 3;

  /** Bytes of a value by its type; 0 where there is no such type. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

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
    Values offsets = null;
    Values sizes = null;
    long end = 0;
    for (int i = 0; i < entries; i++) {
      long entry = directory + 2 + (long) ENTRY * i;
      int tag = bytes.uint16(entry);
      end = tag <= LAST_TAG_OF_PIXELS ? Math.max(end, Values.of(bytes, start, entry).end()) : end;
      switch (tag) {
        case WIDTH -> width = number(bytes, entry);
        case HEIGHT -> height = number(bytes, entry);
        case ORIENTATION -> orientation = Orientation.of((int) number(bytes, entry));
        case STRIP_OFFSETS, TILE_OFFSETS -> offsets = Values.of(bytes, start, entry);
        case STRIP_SIZES, TILE_SIZES -> sizes = Values.of(bytes, start, entry);
        default -> {}
      }
    }
    if (offsets != null && sizes != null) {
      end = Math.max(end, start + end(bytes, offsets, sizes));
    }
    return new TiffDirectory(width, height, orientation, end);
  }

  /** Where the one that begins last ends: two walks, because the two lists may lie far apart. */
  private static long end(HeaderBytes bytes, Values offsets, Values sizes) throws IOException {
    if (offsets.size < 2 || sizes.size < 2) {
      return 0;
    }
    long last = 0;
    long begin = -1;
    for (long i = 0; i < Math.min(offsets.count, sizes.count); i++) {
      long offset = offsets.value(bytes, i);
      if (offset > begin) {
        begin = offset;
        last = i;
      }
    }
    return begin < 0 ? 0 : begin + sizes.value(bytes, last);
  }

  /** A list of numbers: in its entry where they fit, elsewhere otherwise. */
  private record Values(long at, int size, long count) {

    static Values of(HeaderBytes bytes, long start, long entry) throws IOException {
      int type = bytes.uint16(entry + 2);
      int size = type < SIZES.length ? SIZES[type] : 0;
      long count = bytes.uint32(entry + 4);
      long at = count * size <= 4 ? entry + 8 : start + bytes.uint32(entry + 8);
      return new Values(at, size, count);
    }

    long end() {
      return at + size * count;
    }

    long value(HeaderBytes bytes, long index) throws IOException {
      long place = at + index * size;
      return size == 2 ? bytes.uint16(place) : bytes.uint32(place);
    }
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
