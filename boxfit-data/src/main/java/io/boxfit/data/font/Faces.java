package io.boxfit.data.font;

import java.util.List;
import java.util.stream.Stream;

/**
 * The faces that letters are drawn from.
 *
 * <p>Their order is part of what a seed promises: a change here is a new version of the letters.
 * Licences: {@code NOTICE.md} beside the font files.
 */
public final class Faces {
  private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/";
  private static final String BUNDLED = "/io/boxfit/data/font/";

  /** DejaVu Sans, the face of the preset {@code story}. */
  public static final Face DEJAVU_SANS = new Face(DEJAVU + "DejaVuSans.ttf");

  /** All faces: twenty of DejaVu and some of fourteen other families. */
  public static final List<Face> ALL =
      Stream.concat(
              Stream.of(DEJAVU_SANS),
              Stream.of(
                      DEJAVU + "DejaVuSans-Bold.ttf",
                      DEJAVU + "DejaVuSans-BoldOblique.ttf",
                      DEJAVU + "DejaVuSans-Oblique.ttf",
                      DEJAVU + "DejaVuSansCondensed.ttf",
                      DEJAVU + "DejaVuSansCondensed-Bold.ttf",
                      DEJAVU + "DejaVuSansCondensed-BoldOblique.ttf",
                      DEJAVU + "DejaVuSansCondensed-Oblique.ttf",
                      DEJAVU + "DejaVuSansMono.ttf",
                      DEJAVU + "DejaVuSansMono-Bold.ttf",
                      DEJAVU + "DejaVuSansMono-BoldOblique.ttf",
                      DEJAVU + "DejaVuSansMono-Oblique.ttf",
                      DEJAVU + "DejaVuSerif.ttf",
                      DEJAVU + "DejaVuSerif-Bold.ttf",
                      DEJAVU + "DejaVuSerif-BoldItalic.ttf",
                      DEJAVU + "DejaVuSerif-Italic.ttf",
                      DEJAVU + "DejaVuSerifCondensed.ttf",
                      DEJAVU + "DejaVuSerifCondensed-Bold.ttf",
                      DEJAVU + "DejaVuSerifCondensed-BoldItalic.ttf",
                      DEJAVU + "DejaVuSerifCondensed-Italic.ttf",
                      BUNDLED + "cabin/Cabin-Regular.otf",
                      BUNDLED + "cabin/Cabin-BoldItalic.otf",
                      BUNDLED + "caladea/Caladea-Regular.ttf",
                      BUNDLED + "caladea/Caladea-BoldItalic.ttf",
                      BUNDLED + "comic-neue/ComicNeue-Regular.otf",
                      BUNDLED + "comic-neue/ComicNeue-BoldItalic.otf",
                      BUNDLED + "courier-prime/CourierPrime.otf",
                      BUNDLED + "courier-prime/CourierPrimeBoldItalic.otf",
                      BUNDLED + "dancing-script/DancingScript-Regular.otf",
                      BUNDLED + "dancing-script/DancingScript-Bold.otf",
                      BUNDLED + "eb-garamond/EBGaramond08-Regular.ttf",
                      BUNDLED + "eb-garamond/EBGaramond12-Bold.ttf",
                      BUNDLED + "inconsolata/Inconsolata.otf",
                      BUNDLED + "league-spartan/LeagueSpartan-Light.otf",
                      BUNDLED + "league-spartan/LeagueSpartan-Black.otf",
                      BUNDLED + "liberation/LiberationSans-Regular.ttf",
                      BUNDLED + "liberation/LiberationSans-BoldItalic.ttf",
                      BUNDLED + "liberation/LiberationSerif-Regular.ttf",
                      BUNDLED + "liberation/LiberationSerif-BoldItalic.ttf",
                      BUNDLED + "liberation/LiberationMono-Regular.ttf",
                      BUNDLED + "liberation/LiberationMono-Bold.ttf",
                      BUNDLED + "lobster-two/LobsterTwo-Regular.otf",
                      BUNDLED + "lobster-two/LobsterTwo-Italic.otf",
                      BUNDLED + "quattrocento/Quattrocento-Regular.otf",
                      BUNDLED + "roboto-slab/RobotoSlab-Light.otf",
                      BUNDLED + "roboto-slab/RobotoSlab-Bold.otf",
                      BUNDLED + "vollkorn/Vollkorn-BlackItalic.ttf",
                      BUNDLED + "yanone-kaffeesatz/YanoneKaffeesatz-Light.otf",
                      BUNDLED + "yanone-kaffeesatz/YanoneKaffeesatz-Bold.otf")
                  .map(Face::new))
          .toList();

  private Faces() {}
}
