package io.boxfit.data.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** WebP, lossy and lossless; of an animation the first frame. */
final class WebpDecoder {
  /** 100 megapixels that were not compressed at all take no more. */
  private static final long LARGEST_FILE = 400_000_000;

  private static final int FLAGS = 20;
  private static final int HAS_PROFILE = 0x20;

  private WebpDecoder() {}

  static BufferedImage image(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException("it has more bytes than its pixels need");
    }
    byte[] bytes = Files.readAllBytes(file);
    long announced = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(4) & 0xFFFF_FFFFL;
    if (announced + 8 > bytes.length) {
      throw new EOFException();
    }
    if (bytes.length > FLAGS && bytes[12 + 3] == 'X') {
      // The profile is left out: samples count as they are stored, as with every other format.
      bytes[FLAGS] &= (byte) ~HAS_PROFILE;
    }
    ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
    try (ImageInputStream input = new ByteArrayImageInputStream(bytes)) {
      return JdkDecoder.use(reader, input, true, webp -> webp.read(0));
    } finally {
      reader.dispose();
    }
  }
}
