package io.boxfit.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * What the segments of a JPEG (ITU T.81, annex B) say before the first scan.
 *
 * @param width 0 where there is no frame
 * @param height 0 where there is no frame
 * @param components of a pixel: 1, 3 or 4
 * @param adobeTransform of Adobe's segment (0 none, 1 YCbCr, 2 YCCK), -1 where there is none
 * @param orientation of the EXIF block
 */
record JpegHeader(
    int width, int height, int components, int adobeTransform, Orientation orientation) {
  private static final int APP1 = 0xE1;
  private static final int APP14 = 0xEE;
  private static final int FIRST_FRAME = 0xC0;
  private static final int LAST_FRAME = 0xCF;
  private static final int TABLES = 0xC4;
  private static final int RESERVED = 0xC8;
  private static final int ARITHMETIC = 0xCC;
  private static final int END = 0xD9;
  private static final int SCAN = 0xDA;
  private static final JpegHeader NOTHING = new JpegHeader(0, 0, 0, -1, Orientation.NORMAL);

  static JpegHeader read(Path file) throws IOException {
    try (HeaderBytes bytes = new HeaderBytes(file)) {
      return read(bytes);
    }
  }

  static JpegHeader read(HeaderBytes bytes) throws IOException {
    JpegHeader header = NOTHING;
    boolean oriented = false;
    long at = 2;
    try {
      while (true) {
        bytes.order(ByteOrder.BIG_ENDIAN);
        int marker = bytes.uint8(at + 1);
        if (bytes.uint8(at) != 0xFF || marker == 0xFF) {
          // As decoders do: what stands between segments is skipped.
          at++;
        } else if (standsAlone(marker)) {
          at += 2;
        } else if (marker == SCAN || marker == END) {
          return header;
        } else {
          if (marker == APP1 && !oriented && bytes.startsWith("Exif\u0000\u0000", at + 4)) {
            header = header.with(TiffDirectory.orientation(bytes, at + 10));
            oriented = true;
          }
          header = header.with(bytes.order(ByteOrder.BIG_ENDIAN), at, marker);
          at += 2 + Math.max(2, bytes.uint16(at + 2));
        }
      }
    } catch (EOFException e) {
      if (header.width == 0) {
        throw e;
      }
      // What is cut off later still has a size; reading the pixels tells.
      return header;
    }
  }

  private JpegHeader with(Orientation told) {
    return new JpegHeader(width, height, components, adobeTransform, told);
  }

  private JpegHeader with(HeaderBytes bytes, long at, int marker) throws IOException {
    if (isFrame(marker) && width == 0) {
      return new JpegHeader(
          bytes.uint16(at + 7),
          bytes.uint16(at + 5),
          bytes.uint8(at + 9),
          adobeTransform,
          orientation);
    }
    if (marker == APP14 && bytes.startsWith("Adobe", at + 4)) {
      return new JpegHeader(width, height, components, bytes.uint8(at + 15), orientation);
    }
    return this;
  }

  PictureHeader header() throws IOException {
    return PictureHeader.of(PictureFormat.JPEG, width, height, orientation);
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
