package io.boxfit.data.image;

import java.io.IOException;
import java.nio.ByteOrder;

/** The segments of a JPEG (ITU T.81, annex B) up to the frame that says the size. */
final class JpegHeader {
  private static final int APP1 = 0xE1;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int TABLES = 0xC4;
  private static final int RESERVED = 0xC8;
  private static final int ARITHMETIC = 0xCC;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;

  private JpegHeader() {}

  static PictureHeader read(HeaderBytes bytes) throws IOException {
    Orientation orientation = Orientation.NORMAL;
    boolean oriented = false;
    long at = 2;
    while (true) {
      bytes.order(ByteOrder.BIG_ENDIAN);
      if (bytes.uint8(at) != 0xFF) {
        // As decoders do: what stands between segments is skipped.
        at++;
        continue;
      }
      int marker = bytes.uint8(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (standsAlone(marker)) {
        at += 2;
      } else if (marker == SCAN || marker == END) {
        throw new IOException("it has no frame before its first scan");
      } else {
        if (isFrame(marker)) {
          return PictureHeader.of(
              PictureFormat.JPEG, bytes.uint16(at + 7), bytes.uint16(at + 5), orientation);
        }
        if (marker == APP1 && !oriented && bytes.startsWith("Exif\u0000\u0000", at + 4)) {
          orientation = TiffDirectory.orientation(bytes, at + 10);
          oriented = true;
        }
        at += 2 + Math.max(2, bytes.order(ByteOrder.BIG_ENDIAN).uint16(at + 2));
      }
    }
  }

  private static boolean standsAlone(int marker) {
    return marker <= 0x01 || (marker >= 0xD0 && marker <= 0xD8);
  }

  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != TABLES
        && marker != RESERVED
        && marker != ARITHMETIC;
  }
}
