package io.boxfit.bench.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A white sheet to draw on, in pixels of a page; the file has half as many again each way. */
final class Paper {
  /** Pixels of the file for one of the page: sharp on most screens, and still a small file. */
  static final double DENSITY = 1.5;

  static final Color WHITE = Color.WHITE;
  static final Color INK = new Color(0x1b2030);
  static final Color QUIET = new Color(0x5a6274);
  static final Color LINE = new Color(0xdfe3ea);

  /** Which end of words stands at a place. */
  enum Align {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double before;

    Align(double before) {
      this.before = before;
    }
  }

  private final BufferedImage image;
  private final Graphics2D graphics;

  Paper(int width, int height) {
    image =
        new BufferedImage(
            (int) Math.round(width * DENSITY),
            (int) Math.round(height * DENSITY),
            BufferedImage.TYPE_INT_RGB);
    graphics = image.createGraphics();
    graphics.scale(DENSITY, DENSITY);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    fill(new Rectangle2D.Double(0, 0, width, height), WHITE);
  }

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  /**
   * @param dashes lengths of dashes and gaps, px; a full line where there are none
   */
  void stroke(Shape shape, Color color, double width, float... dashes) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            dashes.length == 0 ? null : dashes,
            0));
    graphics.draw(shape);
  }

  void line(double x1, double y1, double x2, double y2, Color color, double width, float... dash) {
    stroke(new Line2D.Double(x1, y1, x2, y2), color, width, dash);
  }

  void words(String words, double x, double y, double size, Color color, Align align) {
    words(Lettering.PLAIN, words, x, y, size, color, align);
  }

  void title(String words, double x, double y, double size) {
    words(Lettering.BOLD, words, x, y, size, INK, Align.START);
  }

  private void words(
      Lettering face, String words, double x, double y, double size, Color color, Align align) {
    fill(face.shape(words, x - align.before * face.width(words, size), y, size), color);
  }

  /** Draws within a rectangle alone until {@link #everywhere}. */
  void within(Rectangle2D bounds) {
    graphics.setClip(bounds);
  }

  void everywhere() {
    graphics.setClip(null);
  }

  /** Single pixels stay single pixels. */
  void picture(BufferedImage picture, Rectangle2D place) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(
        picture,
        (int) place.getX(),
        (int) place.getY(),
        (int) place.getWidth(),
        (int) place.getHeight(),
        null);
  }

  /** The bytes of a PNG file. */
  byte[] png() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam smallest = writer.getDefaultWriteParam();
      smallest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      smallest.setCompressionQuality(0);
      writer.setOutput(output);
      writer.write(null, new IIOImage(Palette.indexed(image), null, null), smallest);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a picture in memory", e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
