package io.boxfit.data.letters;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.data.font.Face;
import io.boxfit.data.font.Faces;
import io.boxfit.data.raster.Coverage;
import io.boxfit.data.raster.Outline;
import io.boxfit.data.raster.Rasterizer;
import java.util.Optional;

/**
 * Draws one letter out of a random stream. One thread at a time; keeps a raster between letters.
 */
final class LetterPainter {
  /** The least difference of luma between the ink and everything behind it. */
  static final int CONTRAST = 48;

  private final Rasterizer rasterizer = new Rasterizer();

  DrawnLetter paint(LettersPreset preset, RandomStream random) {
    boolean plain = preset.plain();
    while (true) {
      Face face = plain ? Faces.DEJAVU_SANS : Faces.ALL.get(random.nextInt(Faces.ALL.size()));
      int letter = random.nextInt(Face.LETTERS.length());
      int emPixels = plain ? preset.plainEm() : random.nextInt(16, 72);
      double degrees = !plain && random.nextInt(3) == 0 ? random.nextDouble(-15, 15) : 0;
      Coverage glyph = glyph(face.outline(letter), emPixels, degrees);
      Optional<Box> ink = glyph.ink();
      // Drawn anew where the glyph is too large or too thin to have ink, as rotated or small ones
      // can be.
      if (ink.isPresent() && glyph.width() <= preset.width() && glyph.height() <= preset.height()) {
        glyph =
            glyph.movedTo(
                random.nextInt(preset.width() - glyph.width() + 1),
                random.nextInt(preset.height() - glyph.height() + 1));
        Box box = glyph.ink().orElseThrow();
        Canvas canvas = new Canvas(preset.width(), preset.height());
        int colour = plain ? Rgb.BLACK : Rgb.any(random);
        BackgroundKind background = background(preset, random, canvas, colour);
        canvas.blend(glyph, colour);
        return new DrawnLetter(
            Face.LETTERS.charAt(letter),
            face.name(),
            emPixels,
            degrees,
            background,
            colour,
            canvas.picture(),
            box);
      }
    }
  }

  private Coverage glyph(Outline outline, int emPixels, double degrees) {
    double radians = StrictMath.toRadians(degrees);
    double cos = emPixels * StrictMath.cos(radians);
    double sin = emPixels * StrictMath.sin(radians);
    // The em square has y up, the picture y down.
    return rasterizer.rasterize(outline.transformed(cos, -sin, -sin, -cos, 0, 0));
  }

  private BackgroundKind background(
      LettersPreset preset, RandomStream random, Canvas canvas, int ink) {
    if (preset.plain()) {
      canvas.fill(Rgb.WHITE);
      return BackgroundKind.FLAT;
    }
    double inkLuma = Rgb.luma(ink);
    int base = Rgb.contrasting(random, inkLuma, CONTRAST);
    BackgroundKind kind =
        preset == LettersPreset.CLUTTER ? BackgroundKind.CLUTTER : BackgroundKind.varied(random);
    switch (kind) {
      case FLAT -> canvas.fill(base);
      case GRADIENT -> Gradient.paint(canvas, random, base, inkLuma);
      case NOISE -> Noise.paint(canvas, random, base);
      case CLUTTER -> {
        canvas.fill(base);
        Clutter.paint(canvas, random, rasterizer, inkLuma);
      }
    }
    return kind;
  }
}
