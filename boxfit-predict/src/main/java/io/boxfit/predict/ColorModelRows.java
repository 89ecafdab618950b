package io.boxfit.predict;

import java.awt.image.BufferedImage;

/** Any image at all, by the JDK's own conversion to sRGB: slow, for what nothing else reads. */
final class ColorModelRows implements RgbRows {
  private final BufferedImage image;
  private final int[] row;

  ColorModelRows(BufferedImage image) {
    this.image = image;
    row = new int[image.getWidth()];
  }

  @Override
  public void read(int y, byte[] rgb) {
    image.getRGB(0, y, row.length, 1, row, 0, row.length);
    for (int x = 0, at = 0; x < row.length; x++, at += 3) {
      OnWhite.write(row[x], rgb, at);
    }
  }
}
