package io.boxfit.data.image;

import io.boxfit.data.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.metadata.IIOMetadata;
import org.w3c.dom.Element;

/** The first frame of a GIF on its screen, which is white where the frame does not cover it. */
final class GifDecoder {
  private GifDecoder() {}

  static Picture picture(Path file, int width, int height) throws IOException {
    return JdkDecoder.use(
        "gif",
        file,
        false,
        reader -> {
          if ((long) reader.getWidth(0) * reader.getHeight(0) > PictureReader.LARGEST_PIXELS) {
            throw new IOException("its frame is larger than its screen, and too large");
          }
          Picture frame = RgbPixels.of(reader.read(0));
          Element place = descriptor(reader.getImageMetadata(0));
          int left = Integer.parseInt(place.getAttribute("imageLeftPosition"));
          int top = Integer.parseInt(place.getAttribute("imageTopPosition"));
          return laid(frame, left, top, width, height);
        });
  }

  private static Element descriptor(IIOMetadata metadata) {
    Element root = (Element) metadata.getAsTree(metadata.getNativeMetadataFormatName());
    return (Element) root.getElementsByTagName("ImageDescriptor").item(0);
  }

  private static Picture laid(Picture frame, int left, int top, int width, int height) {
    if (frame.width() == width && frame.height() == height && left == 0 && top == 0) {
      return frame;
    }
    byte[] screen = new byte[Math.multiplyExact(3, width * height)];
    Arrays.fill(screen, (byte) 255);
    int columns = Math.min(frame.width(), width - left);
    int rows = Math.min(frame.height(), height - top);
    for (int y = 0; y < rows && columns > 0; y++) {
      System.arraycopy(
          frame.pixels(),
          3 * y * frame.width(),
          screen,
          3 * ((top + y) * width + left),
          3 * columns);
    }
    return new Picture(width, height, 3, screen);
  }
}
