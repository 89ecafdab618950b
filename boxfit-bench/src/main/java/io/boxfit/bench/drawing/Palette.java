package io.boxfit.bench.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes files a third as large: drawings have few colours. */
final class Palette {
  private static final int MOST = 256;

  private Palette() {}

  /** The image in 256 colours, as near to its own as so many can be. */
  static BufferedImage indexed(BufferedImage image) {
    // Ever fewer levels of red, green and blue, until so many colours are enough.
    for (int levels = 64; levels > 8; levels /= 2) {
      Optional<BufferedImage> indexed = indexed(image, levels);
      if (indexed.isPresent()) {
        return indexed.get();
      }
    }
    return image;
  }

  private static Optional<BufferedImage> indexed(BufferedImage image, int levels) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    int[] indices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int color =
          rounded(pixels[i] >> 16, levels) << 16
              | rounded(pixels[i] >> 8, levels) << 8
              | rounded(pixels[i], levels);
      Integer number = numbers.get(color);
      if (number == null) {
        number = numbers.size();
        if (number == MOST) {
          return Optional.empty();
        }
        numbers.put(color, number);
      }
      indices[i] = number;
    }
    int[] colors = numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
    BufferedImage indexed =
        new BufferedImage(
            width,
            height,
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colors.length, colors, 0, false, -1, DataBuffer.TYPE_BYTE));
    indexed.getRaster().setSamples(0, 0, width, height, 0, indices);
    return Optional.of(indexed);
  }

  private static int rounded(int channel, int levels) {
    int level = Math.round((channel & 0xFF) * (levels - 1) / 255f);
    return Math.round(level * 255f / (levels - 1));
  }
}
