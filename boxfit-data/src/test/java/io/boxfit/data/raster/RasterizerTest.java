package io.boxfit.data.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.font.Face;
import io.boxfit.data.font.Faces;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RasterizerTest {
  private final Rasterizer rasterizer = new Rasterizer();

  @Test
  void aRectangleCoversItsPixelsByArea() {
    // From (-0.5, 1.25) to (1.25, 2): columns covered 0.5, 1, 0.25, the row to 0.75.
    Coverage coverage = rasterizer.rasterize(polygon(-0.5, 1.25, 1.25, 1.25, 1.25, 2, -0.5, 2));
    assertEquals(-1, coverage.x());
    assertEquals(1, coverage.y());
    assertEquals(3, coverage.width());
    assertEquals(1, coverage.height());
    assertArrayEquals(
        new byte[] {(byte) 96, (byte) 191, (byte) 48}, coverage.alpha(), "0.375, 0.75, 0.1875");
    assertEquals(new Box(0, 1, 1, 2), coverage.ink().orElseThrow());
  }

  @Test
  void aSlopeAcrossOneRowCoversTrapezia() {
    // The triangle (0,0) (4,1) (0,1): left of the slope the row is filled below it.
    // Pixel c holds 1 - (c + 1/2) / 4.
    Coverage coverage = rasterizer.rasterize(polygon(0, 0, 4, 1, 0, 1));
    assertArrayEquals(
        new byte[] {(byte) 223, (byte) 159, (byte) 96, (byte) 32},
        coverage.alpha(),
        "7/8, 5/8, 3/8, 1/8");
  }

  @Test
  void contoursOfOneDirectionJoinAndOfOppositeDirectionsCutOut() {
    double[] outer = {0, 0, 3, 0, 3, 1, 0, 1};
    double[] same = {1, 0, 2, 0, 2, 1, 1, 1};
    double[] opposite = {1, 0, 1, 1, 2, 1, 2, 0};
    assertArrayEquals(
        new byte[] {-1, -1, -1}, rasterizer.rasterize(new Outline(List.of(outer, same))).alpha());
    assertArrayEquals(
        new byte[] {-1, 0, -1},
        rasterizer.rasterize(new Outline(List.of(outer, opposite))).alpha());
  }

  @Test
  void theSumOfCoverageIsTheAreaOfRandomTriangles() {
    RandomStream random = new Seed(5).stream("triangles");
    for (int i = 0; i < 2000; i++) {
      double[] p = new double[6];
      for (int j = 0; j < 6; j++) {
        p[j] = random.nextDouble(-20, 60);
      }
      double area = Math.abs((p[2] - p[0]) * (p[5] - p[1]) - (p[4] - p[0]) * (p[3] - p[1])) / 2;
      Coverage coverage = rasterizer.rasterize(polygon(p));
      double sum = 0;
      for (byte alpha : coverage.alpha()) {
        sum += (alpha & 0xFF) / 255.0;
      }
      // Every pixel on the border is rounded to 1/255; a triangle has at most some 400 of them.
      assertEquals(area, sum, 0.25, "triangle " + i);
    }
  }

  @Test
  void shapesWithoutAreaCoverNothing() {
    assertEquals(0, rasterizer.rasterize(new Outline(List.of())).width());
    assertEquals(0, rasterizer.rasterize(polygon(1, 1, 5, 1, 3, 1)).width());
    assertTrue(rasterizer.rasterize(polygon(1, 1, 5, 1, 3, 1)).ink().isEmpty());
  }

  @Test
  void everyLetterOfEveryFaceAgreesWithJava2d() {
    for (Face face : Faces.ALL) {
      for (int letter = 0; letter < Face.LETTERS.length(); letter++) {
        Outline outline = face.outline(letter).transformed(40, 0, 0, -40, 0, 0);
        Coverage ours = rasterizer.rasterize(outline);
        Coverage theirs = java2d(outline, ours);
        double sum = 0;
        int worst = 0;
        for (int i = 0; i < ours.alpha().length; i++) {
          int difference = Math.abs((ours.alpha()[i] & 0xFF) - (theirs.alpha()[i] & 0xFF));
          sum += difference;
          worst = Math.max(worst, difference);
        }
        String name = face.name() + " " + Face.LETTERS.charAt(letter);
        // Java2D counts 8 x 8 points of a pixel, so its steps alone are up to 1/8 on an edge.
        assertTrue(sum / ours.alpha().length < 3, name + ": mean " + sum / ours.alpha().length);
        // Courier Prime's serifs are contours of their own: where their edges cross those of the
        // stem within a pixel, the sum of both is more than their union.
        int allowed = face.name().startsWith("CourierPrime") ? 100 : 32;
        assertTrue(worst < allowed, name + ": worst " + worst);
      }
    }
  }

  private static Coverage java2d(Outline outline, Coverage frame) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (double[] points : outline.contours()) {
      path.moveTo(points[0], points[1]);
      for (int i = 2; i < points.length; i += 2) {
        path.lineTo(points[i], points[i + 1]);
      }
      path.closePath();
    }
    BufferedImage image =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(-frame.x(), -frame.y());
    graphics.fill(path);
    graphics.dispose();
    byte[] alpha = new byte[frame.width() * frame.height()];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (byte) (image.getRGB(i % frame.width(), i / frame.width()) >>> 24);
    }
    return new Coverage(frame.x(), frame.y(), frame.width(), frame.height(), alpha);
  }

  private static Outline polygon(double... points) {
    return new Outline(List.of(points));
  }
}
