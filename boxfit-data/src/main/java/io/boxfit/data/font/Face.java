package io.boxfit.data.font;

import io.boxfit.data.raster.Outline;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One face of a font: outlines of the letters A-Z and a-z, read from a TrueType or OpenType file on
 * first use.
 *
 * <p>Never through {@code java.awt.Font}, which fails on machines without fonts. Safe to use from
 * several threads.
 */
public final class Face {
  /** The letters that every face has, in the order of their numbers. */
  public static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** Curves become polygons that stay this close, in em: 0.02 px at 72 px em. */
  private static final double FLATNESS = 0.02 / 72;

  private final String resource;
  private final AtomicReference<List<Outline>> outlines = new AtomicReference<>();

  /**
   * @param resource absolute path of the font file on the class path
   */
  Face(String resource) {
    this.resource = resource;
  }

  /** The name of the font file without its ending, for example {@code DejaVuSans-Bold}. */
  public String name() {
    return resource.substring(resource.lastIndexOf('/') + 1, resource.lastIndexOf('.'));
  }

  /**
   * The outline of a letter in em units, from its origin on the baseline, x to the right, y up.
   *
   * @param letter index in {@link #LETTERS}
   */
  public Outline outline(int letter) {
    List<Outline> known = outlines.get();
    if (known == null) {
      // Two threads may read the same file at once; both read the same outlines.
      known = read();
      outlines.set(known);
    }
    return known.get(letter);
  }

  private List<Outline> read() {
    try (InputStream stream = Face.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("font file is not on the class path: " + resource);
      }
      byte[] bytes = stream.readAllBytes();
      boolean postScript = Arrays.equals(bytes, 0, 4, new byte[] {'O', 'T', 'T', 'O'}, 0, 4);
      TTFParser parser = postScript ? new OTFParser() : new TTFParser();
      try (TrueTypeFont font = parser.parse(new RandomAccessReadBuffer(bytes))) {
        CmapLookup glyphs = font.getUnicodeCmapLookup();
        List<Outline> read = new ArrayList<>();
        for (int i = 0; i < LETTERS.length(); i++) {
          int glyph = glyphs.getGlyphId(LETTERS.charAt(i));
          if (glyph == 0) {
            throw new IllegalStateException(resource + " has no letter " + LETTERS.charAt(i));
          }
          GeneralPath path =
              font instanceof OpenTypeFont openType && openType.isPostScript()
                  ? openType.getCFF().getFont().getType2CharString(glyph).getPath()
                  : font.getGlyph().getGlyph(glyph).getPath();
          read.add(flatten(path, 1.0 / font.getUnitsPerEm()));
        }
        return List.copyOf(read);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read font file " + resource, e);
    }
  }

  private static Outline flatten(GeneralPath path, double scale) {
    List<double[]> contours = new ArrayList<>();
    double[] points = new double[64];
    int count = 0;
    double[] point = new double[6];
    for (PathIterator at = path.getPathIterator(null, FLATNESS / scale); !at.isDone(); at.next()) {
      int kind = at.currentSegment(point);
      if (kind == PathIterator.SEG_MOVETO && count > 0) {
        contours.add(Arrays.copyOf(points, count));
        count = 0;
      }
      if (kind != PathIterator.SEG_CLOSE) {
        if (count == points.length) {
          points = Arrays.copyOf(points, 2 * count);
        }
        points[count++] = point[0] * scale;
        points[count++] = point[1] * scale;
      }
    }
    if (count > 0) {
      contours.add(Arrays.copyOf(points, count));
    }
    return new Outline(contours);
  }
}
