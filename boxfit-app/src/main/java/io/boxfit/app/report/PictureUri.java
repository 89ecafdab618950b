package io.boxfit.app.report;

import io.boxfit.data.Picture;
import io.boxfit.data.image.PictureWriter;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as {@code data:} addresses, small enough that a page holds many. */
final class PictureUri {
  /** Longer sides are scaled down: a wall shows no more. */
  static final int LONGEST_SIDE = 480;

  /** A sheet of many pictures; below it, single pixels can be told apart. */
  private static final int LONGEST_SIDE_OF_SHEET = 1280;

  /** Noise does not compress: larger PNGs become JPEGs. */
  private static final int LARGEST_PNG = 20_000;

  private static final int LARGEST_PNG_OF_SHEET = 500_000;

  private static final float JPEG_QUALITY = 0.8f;

  private PictureUri() {}

  static String of(Picture picture) {
    return of(picture, LONGEST_SIDE, LARGEST_PNG);
  }

  /** The same for a sheet of pictures, of which the page holds one. */
  static String ofSheet(Picture picture) {
    return of(picture, LONGEST_SIDE_OF_SHEET, LARGEST_PNG_OF_SHEET);
  }

  private static String of(Picture picture, int longestSide, int largestPng) {
    BufferedImage image = PictureWriter.image(picture);
    boolean small = Math.max(picture.width(), picture.height()) <= longestSide;
    if (small) {
      byte[] png = PictureWriter.png(picture);
      if (png.length <= largestPng) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
      }
    }
    return "data:image/jpeg;base64,"
        + Base64.getEncoder().encodeToString(jpeg(scaled(image, longestSide)));
  }

  /** Halves until the last step, so that no row or column is skipped. */
  private static BufferedImage scaled(BufferedImage image, int longestSide) {
    double factor =
        Math.min(1, (double) longestSide / Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage current = image;
    do {
      int nextWidth = Math.max(width, (current.getWidth() + 1) / 2);
      int nextHeight = Math.max(height, (current.getHeight() + 1) / 2);
      BufferedImage next = new BufferedImage(nextWidth, nextHeight, BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = next.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(current, 0, 0, nextWidth, nextHeight, null);
      graphics.dispose();
      current = next;
    } while (current.getWidth() > width || current.getHeight() > height);
    return current;
  }

  private static byte[] jpeg(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam quality = writer.getDefaultWriteParam();
      quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      quality.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), quality);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
