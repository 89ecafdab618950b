package io.boxfit.data.letters;

import io.boxfit.data.Picture;
import io.boxfit.data.raster.Coverage;

/** An RGB picture while it is being painted; starts black. */
final class Canvas {
  final int width;
  final int height;

  /** Three bytes a pixel, row by row; backgrounds write into it. */
  final byte[] rgb;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.rgb = new byte[width * height * 3];
  }

  void fill(int colour) {
    byte red = (byte) Rgb.red(colour);
    byte green = (byte) Rgb.green(colour);
    byte blue = (byte) Rgb.blue(colour);
    for (int i = 0; i < rgb.length; i += 3) {
      rgb[i] = red;
      rgb[i + 1] = green;
      rgb[i + 2] = blue;
    }
  }

  /** Lays a colour over what is there, weighted with the coverage, cut at the canvas. */
  void blend(Coverage shape, int colour) {
    int red = Rgb.red(colour);
    int green = Rgb.green(colour);
    int blue = Rgb.blue(colour);
    int left = Math.max(shape.x(), 0);
    int right = Math.min(shape.x() + shape.width(), width);
    int bottom = Math.min(shape.y() + shape.height(), height);
    byte[] alpha = shape.alpha();
    for (int y = Math.max(shape.y(), 0); y < bottom; y++) {
      int from = (y - shape.y()) * shape.width() - shape.x();
      for (int x = left; x < right; x++) {
        int weight = alpha[from + x] & 0xFF;
        if (weight != 0) {
          int at = (y * width + x) * 3;
          rgb[at] = mix(rgb[at], red, weight);
          rgb[at + 1] = mix(rgb[at + 1], green, weight);
          rgb[at + 2] = mix(rgb[at + 2], blue, weight);
        }
      }
    }
  }

  private static byte mix(byte under, int over, int weight) {
    return (byte) (((under & 0xFF) * (255 - weight) + over * weight + 127) / 255);
  }

  /** The picture; nothing may be painted afterwards. */
  Picture picture() {
    return new Picture(width, height, 3, rgb);
  }
}
