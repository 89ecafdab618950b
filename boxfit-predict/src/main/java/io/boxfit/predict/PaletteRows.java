package io.boxfit.predict;

import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/** Indices into a palette: TYPE_BYTE_INDEXED, _BYTE_BINARY. */
final class PaletteRows implements RgbRows {
  private final WritableRaster raster;
  private final byte[] colors;
  private final int[] row;

  PaletteRows(WritableRaster raster, IndexColorModel palette) {
    this.raster = raster;
    row = new int[raster.getWidth()];
    // A damaged file can hold indices beyond its palette: they are black, as other decoders do.
    int[] table = new int[Math.max(palette.getMapSize(), 1 << palette.getPixelSize())];
    Arrays.fill(table, 0xFF000000);
    int[] known = new int[palette.getMapSize()];
    palette.getRGBs(known);
    System.arraycopy(known, 0, table, 0, known.length);
    colors = new byte[table.length * 3];
    for (int i = 0; i < table.length; i++) {
      OnWhite.write(table[i], colors, i * 3);
    }
  }

  @Override
  public void read(int y, byte[] rgb) {
    raster.getSamples(0, y, row.length, 1, 0, row);
    for (int x = 0, at = 0; x < row.length; x++, at += 3) {
      int color = row[x] * 3;
      rgb[at] = colors[color];
      rgb[at + 1] = colors[color + 1];
      rgb[at + 2] = colors[color + 2];
    }
  }
}
