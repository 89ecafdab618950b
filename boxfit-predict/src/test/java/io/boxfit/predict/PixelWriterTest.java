package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.awt.Point;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelWriterTest {
  private static final ColorSpace RGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);
  private static final ColorSpace GRAY = ColorSpace.getInstance(ColorSpace.CS_GRAY);

  private static byte[] rgb(BufferedImage image) {
    return written(image, 3);
  }

  private static byte[] written(BufferedImage image, int channels) {
    byte[] bytes = new byte[image.getWidth() * image.getHeight() * channels];
    ByteBuffer target = ByteBuffer.wrap(bytes);
    PixelWriter.write(image, channels, target);
    assertEquals(0, target.remaining());
    return bytes;
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** What getRGB says, laid on white: right wherever the colours are sRGB. */
  private static byte[] expected(BufferedImage image) {
    byte[] bytes = new byte[image.getWidth() * image.getHeight() * 3];
    for (int i = 0; i < bytes.length; i++) {
      int argb = image.getRGB(i / 3 % image.getWidth(), i / 3 / image.getWidth());
      double alpha = (argb >>> 24) / 255.0;
      int sample = argb >>> (16 - 8 * (i % 3)) & 0xFF;
      bytes[i] = (byte) Math.round(alpha * sample + (1 - alpha) * 255);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_BGR,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_USHORT_555_RGB,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void everyTypeOfImageAndEveryPartOfItIsReadAsItLooks(int type) {
    RandomStream random = new Seed(1).stream("type", type);
    for (int i = 0; i < 20; i++) {
      int width = random.nextInt(1, 40);
      int height = random.nextInt(1, 20);
      BufferedImage image = Pictures.random(width, height, type, random);
      assertArrayEquals(expected(image), rgb(image));
      int x = random.nextInt(width);
      int y = random.nextInt(height);
      BufferedImage part =
          image.getSubimage(x, y, random.nextInt(1, width - x), random.nextInt(1, height - y));
      assertArrayEquals(expected(part), rgb(part));
    }
  }

  @Test
  void grayValuesStayAsTheyAre() {
    BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    byte[] all = new byte[256 * 3];
    byte[] once = new byte[256];
    for (int v = 0; v < 256; v++) {
      image.getRaster().setSample(v, 0, 0, v);
      once[v] = all[3 * v] = all[3 * v + 1] = all[3 * v + 2] = (byte) v;
    }
    assertArrayEquals(all, rgb(image));
    assertArrayEquals(once, written(image, 1));
  }

  @Test
  void coloursOfAGrayModelBecomeLuma() {
    RandomStream random = new Seed(2).stream("luma");
    BufferedImage image = Pictures.random(50, 40, BufferedImage.TYPE_INT_RGB, random);
    byte[] luma = written(image, 1);
    for (int i = 0; i < luma.length; i++) {
      int pixel = image.getRGB(i % 50, i / 50);
      double exact =
          0.299 * (pixel >> 16 & 0xFF) + 0.587 * (pixel >> 8 & 0xFF) + 0.114 * (pixel & 0xFF);
      assertEquals(exact, luma[i] & 0xFF, 0.51);
    }
  }

  @Test
  void transparencyIsLaidOnWhite() {
    BufferedImage straight = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB);
    straight.setRGB(0, 0, 0x00123456);
    straight.setRGB(1, 0, 0xFF123456);
    straight.setRGB(2, 0, 0x80000000);
    straight.setRGB(3, 0, 0x33FF0064);
    // 255 - 128 = 127; 255 - 51 = 204; 100 * 0.2 + 255 * 0.8 = 224
    byte[] onWhite = bytes(255, 255, 255, 0x12, 0x34, 0x56, 127, 127, 127, 255, 204, 224);
    assertArrayEquals(onWhite, rgb(straight));

    BufferedImage multiplied = new BufferedImage(4, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    BufferedImage multipliedBytes = new BufferedImage(4, 1, BufferedImage.TYPE_4BYTE_ABGR_PRE);
    for (int x = 0; x < 4; x++) {
      multiplied.setRGB(x, 0, straight.getRGB(x, 0));
      multipliedBytes.setRGB(x, 0, straight.getRGB(x, 0));
    }
    assertArrayEquals(onWhite, rgb(multiplied));
    assertArrayEquals(onWhite, rgb(multipliedBytes));
  }

  @Test
  void grayWithTransparencyIsLaidOnWhite() {
    ColorModel colors =
        new ComponentColorModel(GRAY, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    BufferedImage image = image(colors, 3, 1);
    image.getRaster().setPixels(0, 0, 3, 1, new int[] {10, 255, 10, 0, 100, 51});
    assertArrayEquals(bytes(10, 10, 10, 255, 255, 255, 224, 224, 224), rgb(image));
  }

  @Test
  void sixteenBitsAreScaledToEight() {
    BufferedImage gray = new BufferedImage(4, 1, BufferedImage.TYPE_USHORT_GRAY);
    // 257 v is v; 128 is just below half a step, 129 just above
    gray.getRaster().setPixels(0, 0, 4, 1, new int[] {0, 65535, 77 * 257 + 128, 77 * 257 + 129});
    assertArrayEquals(bytes(0, 255, 77, 78), written(gray, 1));

    ColorModel colors =
        new ComponentColorModel(RGB, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_USHORT);
    BufferedImage colour = image(colors, 2, 1);
    colour
        .getRaster()
        .setPixels(0, 0, 2, 1, new int[] {257, 514, 65535, 65535, 0, 65535, 25700, 13107});
    assertArrayEquals(bytes(1, 2, 255, 204, 255, 224), rgb(colour));
  }

  @Test
  void bandsApartAreReadToo() {
    ColorModel colors =
        new ComponentColorModel(RGB, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    WritableRaster raster =
        Raster.createBandedRaster(DataBuffer.TYPE_BYTE, 2, 1, 3, new Point(0, 0));
    raster.setPixels(0, 0, 2, 1, new int[] {1, 2, 3, 4, 5, 250});
    assertArrayEquals(
        bytes(1, 2, 3, 4, 5, 250), rgb(new BufferedImage(colors, raster, false, null)));
  }

  @Test
  void linearSamplesCountAsStored() {
    ColorSpace linear = ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB);
    ColorModel colors =
        new ComponentColorModel(linear, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
    BufferedImage image = image(colors, 1, 1);
    image.getRaster().setPixel(0, 0, new int[] {10, 20, 30});
    assertArrayEquals(bytes(10, 20, 30), rgb(image));
  }

  @Test
  void floatingPointSamplesGoThroughTheColourModel() {
    ColorModel colors =
        new ComponentColorModel(RGB, false, false, Transparency.OPAQUE, DataBuffer.TYPE_FLOAT);
    BufferedImage image = image(colors, 1, 1);
    image.getRaster().setPixel(0, 0, new float[] {0, 1, 0.2f});
    assertArrayEquals(bytes(0, 255, 51), rgb(image));
  }

  @Test
  void indicesBeyondThePaletteAreBlack() {
    byte[] one = {(byte) 200};
    IndexColorModel palette = new IndexColorModel(8, 1, one, one, one);
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
    image.getRaster().setSample(1, 0, 0, 255);
    assertArrayEquals(bytes(200, 200, 200, 0, 0, 0), rgb(image));
  }

  private static BufferedImage image(ColorModel colors, int width, int height) {
    WritableRaster raster = colors.createCompatibleWritableRaster(width, height);
    return new BufferedImage(colors, raster, colors.isAlphaPremultiplied(), null);
  }
}
