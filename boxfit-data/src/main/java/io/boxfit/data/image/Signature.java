package io.boxfit.data.image;

import io.boxfit.core.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Set;

/** Tells what a file is by its first bytes. */
final class Signature {
  private static final Set<String> HEIF_BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");
  private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

  /** Compatible brands that are looked at; files have about five. */
  private static final int MOST_BRANDS = 64;

  private Signature() {}

  /**
   * The format of a file.
   *
   * @throws BadInputException if it is none that Boxfit reads
   */
  static PictureFormat of(HeaderBytes bytes, Path file) throws IOException {
    if (bytes.length() == 0) {
      throw new BadInputException(file + " is empty: copy the picture again.", new EOFException());
    }
    if (bytes.startsWith("\u0089PNG\r\n\u001a\n", 0)) {
      return PictureFormat.PNG;
    }
    if (bytes.startsWith("\u00ff\u00d8\u00ff", 0)) {
      return PictureFormat.JPEG;
    }
    if (bytes.startsWith("RIFF", 0) && bytes.startsWith("WEBP", 8)) {
      return PictureFormat.WEBP;
    }
    if (bytes.startsWith("GIF87a", 0) || bytes.startsWith("GIF89a", 0)) {
      return PictureFormat.GIF;
    }
    if (bytes.startsWith("II*\u0000", 0) || bytes.startsWith("MM\u0000*", 0)) {
      return PictureFormat.TIFF;
    }
    // Two letters alone may begin a text: the size of the second header tells.
    if (bytes.startsWith("BM", 0) && PlainHeaders.looksLikeBmp(bytes)) {
      return PictureFormat.BMP;
    }
    throw refusal(bytes, file);
  }

  private static BadInputException refusal(HeaderBytes bytes, Path file) throws IOException {
    if (bytes.startsWith("ftyp", 4) && bytes.length() >= 16) {
      return new BadInputException(file + " is " + family(bytes) + "; save it as JPEG or PNG.");
    }
    if (bytes.startsWith("II+\u0000", 0) || bytes.startsWith("MM\u0000+", 0)) {
      return new BadInputException(file + " is a BigTIFF picture; save it as PNG or TIFF.");
    }
    return new BadInputException(
        file + " is not a picture: it is neither PNG nor JPEG, WebP, BMP, TIFF or GIF.");
  }

  /** By the brands of the first box of ISO/IEC 14496-12; AVIF files often claim the others too. */
  private static String family(HeaderBytes bytes) throws IOException {
    long end = Math.min(bytes.length(), bytes.order(ByteOrder.BIG_ENDIAN).uint32(0));
    boolean heif = false;
    for (int i = 0; i < MOST_BRANDS; i++) {
      // The major brand, its version, which is none, and the compatible ones.
      long at = i == 0 ? 8 : 12 + 4L * i;
      if (i > 0 && at + 4 > end) {
        break;
      }
      String brand = bytes.fourCharacters(at);
      if (AVIF_BRANDS.contains(brand)) {
        return "an AVIF picture, which Boxfit does not read";
      }
      heif |= HEIF_BRANDS.contains(brand);
    }
    return heif
        ? "a HEIC picture, which Boxfit does not read"
        : "a film or another file of that family, not a picture that Boxfit reads";
  }
}
