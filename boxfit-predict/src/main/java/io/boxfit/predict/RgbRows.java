package io.boxfit.predict;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;

/**
 * The rows of an image as RGB bytes, whatever the image is made of.
 *
 * <p>Gray and RGB samples are taken as they are stored: colour profiles are not applied, because
 * neither training nor the usual decoders of other languages apply them, and {@link
 * BufferedImage#getRGB} would brighten gray values. Samples of more or fewer than 8 bits are scaled
 * to 0..255. Transparent pixels are laid on white. Every other colour space goes through {@code
 * getRGB}.
 */
interface RgbRows {

  /**
   * Reads one row.
   *
   * @param y row, 0 at the top
   * @param rgb receives three bytes a pixel, from its start
   */
  void read(int y, byte[] rgb);

  /** The fastest way to read the given image. */
  static RgbRows of(BufferedImage image) {
    ColorModel colors = image.getColorModel();
    SampleModel samples = image.getRaster().getSampleModel();
    if (colors instanceof IndexColorModel palette) {
      return new PaletteRows(image.getRaster(), palette);
    }
    boolean asStored = isGrayOrRgb(colors.getColorSpace());
    if (asStored
        && colors instanceof DirectColorModel direct
        && PackedRows.reads(direct)
        && samples instanceof SinglePixelPackedSampleModel packed
        && image.getRaster().getDataBuffer() instanceof DataBufferInt data) {
      return new PackedRows(image.getRaster(), packed, data, direct);
    }
    if (asStored && colors instanceof ComponentColorModel components) {
      if (InterleavedRows.reads(components)
          && samples instanceof PixelInterleavedSampleModel interleaved
          && image.getRaster().getDataBuffer() instanceof DataBufferByte data) {
        return new InterleavedRows(image.getRaster(), interleaved, data, components);
      }
      if (SampleRows.reads(components)) {
        return new SampleRows(image.getRaster(), components);
      }
    }
    return new ColorModelRows(image);
  }

  private static boolean isGrayOrRgb(ColorSpace space) {
    return space.getType() == ColorSpace.TYPE_GRAY || space.getType() == ColorSpace.TYPE_RGB;
  }
}
