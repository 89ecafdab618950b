package io.boxfit.bench.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Words as shapes, from a font file on the class path: {@code java.awt.Font} fails on machines
 * without fonts.
 */
final class Lettering {
  private static final String FOLDER = "/net/sf/jasperreports/fonts/dejavu/";
  private static final String BEYOND_ASCII = "·×−→≥≤";

  static final Lettering PLAIN = read("DejaVuSans.ttf");
  static final Lettering BOLD = read("DejaVuSans-Bold.ttf");

  private final Map<Character, Glyph> glyphs;

  /** A character at a size of one em. */
  private record Glyph(Shape outline, double advance) {}

  private Lettering(Map<Character, Glyph> glyphs) {
    this.glyphs = glyphs;
  }

  private static Lettering read(String file) {
    try (InputStream stream = Lettering.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("font file is not on the class path: " + file);
      }
      try (TrueTypeFont font =
          new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()))) {
        Map<Character, Glyph> glyphs = new HashMap<>();
        for (char ascii = ' '; ascii <= '~'; ascii++) {
          glyphs.put(ascii, glyph(font, ascii));
        }
        for (int i = 0; i < BEYOND_ASCII.length(); i++) {
          glyphs.put(BEYOND_ASCII.charAt(i), glyph(font, BEYOND_ASCII.charAt(i)));
        }
        return new Lettering(glyphs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read font file " + file, e);
    }
  }

  private static Glyph glyph(TrueTypeFont font, char character) throws IOException {
    CmapLookup numbers = font.getUnicodeCmapLookup();
    int number = numbers.getGlyphId(character);
    double em = 1.0 / font.getUnitsPerEm();
    GeneralPath path = font.getGlyph().getGlyph(number).getPath();
    // Fonts count upwards, pictures downwards.
    return new Glyph(
        AffineTransform.getScaleInstance(em, -em).createTransformedShape(path),
        font.getAdvanceWidth(number) * em);
  }

  /** How wide words are at a size, px. */
  double width(String words, double size) {
    return words.chars().mapToDouble(c -> glyph((char) c).advance()).sum() * size;
  }

  /** The words, from a place on their baseline. */
  Shape shape(String words, double x, double y, double size) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    AffineTransform place = AffineTransform.getTranslateInstance(x, y);
    place.scale(size, size);
    for (int i = 0; i < words.length(); i++) {
      Glyph glyph = glyph(words.charAt(i));
      all.append(place.createTransformedShape(glyph.outline()), false);
      place.translate(glyph.advance(), 0);
    }
    return all;
  }

  private Glyph glyph(char character) {
    Glyph glyph = glyphs.get(character);
    if (glyph == null) {
      throw new IllegalArgumentException("no such character is drawn: " + character);
    }
    return glyph;
  }
}
