package io.boxfit.data.image;

import io.boxfit.data.Picture;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pictures as PNG: every pixel comes back as it was; the bytes may differ between JDKs. */
public final class PictureWriter {
  private PictureWriter() {}

  /** The bytes of a PNG file, gray or RGB as the picture is. */
  public static byte[] png(Picture picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(picture.pixels().length / 2 + 256);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.write(image(picture));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The picture as an image that shares its pixels: whoever draws on it copies it first. */
  public static BufferedImage image(Picture picture) {
    int channels = picture.channels();
    ColorSpace space =
        ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
    ColorModel colors =
        new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createInterleavedRaster(
            new DataBufferByte(picture.pixels(), picture.pixels().length),
            picture.width(),
            picture.height(),
            picture.width() * channels,
            channels,
            channels == 1 ? new int[] {0} : new int[] {0, 1, 2},
            null);
    return new BufferedImage(colors, raster, false, null);
  }
}
