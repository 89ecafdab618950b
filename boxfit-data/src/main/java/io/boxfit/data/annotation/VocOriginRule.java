package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.ReadOptions.VocOrigin;
import java.util.List;
import java.util.Locale;

/**
 * Tells from what a set's VOC files hold whether they count pixels from 1 or from 0.
 *
 * <p>The challenge counted from 1 and included the last pixel: an object over the whole of a
 * picture 500 wide has xmin 1 and xmax 500. Counted from 0 with the end exclusive it has 0 and 500.
 * So the right border tells nothing, and the left one everything: a 0 can only be of the second
 * kind, while a pile of boxes that begin at 1, with none at 0, and others that end at the full
 * size, is of the first.
 *
 * @param origin never {@link VocOrigin#AUTO}
 * @param reason one sentence for people
 */
record VocOriginRule(VocOrigin origin, String reason) {
  /** What Boxfit writes into the source of its own files. */
  static final String BOXFIT =
      "Boxfit; pixels from 0, xmax and ymax exclusive (xmax - xmin is the width)";

  private static final String CHALLENGE = "PASCAL VOC2";
  private static final int PILE = 3;

  /** Whether the file says itself that it counts from 0 in Boxfit's way. */
  static boolean isBoxfits(VocXml file) {
    return file.field("source/annotation").strip().equals(BOXFIT);
  }

  /** Counts from what the files hold. */
  static VocOriginRule of(List<VocXml> files) {
    int zeros = 0;
    int ones = 0;
    int full = 0;
    int fractions = 0;
    int challenge = 0;
    int labelImg = 0;
    for (VocXml file : files) {
      challenge += file.field("source/annotation").strip().startsWith(CHALLENGE) ? 1 : 0;
      labelImg += isLabelImg(file) ? 1 : 0;
      for (LabelledBox labelled : file.boxes()) {
        Box box = labelled.box();
        zeros += box.xMin() == 0 || box.yMin() == 0 ? 1 : 0;
        ones += box.xMin() == 1 || box.yMin() == 1 ? 1 : 0;
        full += box.xMax() == file.width() || box.yMax() == file.height() ? 1 : 0;
        fractions += box.equals(box.rounded()) ? 0 : 1;
      }
    }
    if (zeros > 0) {
      return zero("%d boxes begin at pixel 0".formatted(zeros));
    }
    if (challenge > files.size() / 2) {
      return one("the files call themselves those of the challenge");
    }
    if (labelImg > files.size() / 2) {
      return zero(
          "the files look like labelImg's, which counts from 0 and writes 1 where it should write 0"
              + (ones > 0 ? " (%d boxes begin at 1)".formatted(ones) : ""));
    }
    if (fractions > 0) {
      return zero("%d boxes lie at fractions of pixels".formatted(fractions));
    }
    if (ones >= PILE && full > 0) {
      return one(
          "no box begins at pixel 0, %d begin at 1 and %d end at the picture's size"
              .formatted(ones, full));
    }
    return zero("nothing in the files tells, and most tools write so");
  }

  /** labelImg names the full path and an unknown database, and nothing else of the source. */
  private static boolean isLabelImg(VocXml file) {
    return file.fields().containsKey("path")
        && file.field("source/database").strip().equals("Unknown")
        && !file.fields().containsKey("source/annotation");
  }

  private static VocOriginRule zero(String why) {
    return rule(VocOrigin.ZERO, "from 0, the end exclusive", why);
  }

  private static VocOriginRule one(String why) {
    return rule(VocOrigin.ONE, "from 1, the last pixel included", why);
  }

  private static VocOriginRule rule(VocOrigin origin, String how, String why) {
    String other = origin == VocOrigin.ONE ? "zero" : "one";
    return new VocOriginRule(
        origin,
        String.format(
            Locale.ROOT,
            "VOC pixels are taken to count %s: %s; --voc-origin %s takes them otherwise.",
            how,
            why,
            other));
  }

  /** The box in pixels from 0, the end exclusive: counted from 1, only the near sides move. */
  Box apply(Box box) {
    return origin == VocOrigin.ONE
        ? new Box(
            PixelNumber.sum(Double.toString(box.xMin()), "-1"),
            PixelNumber.sum(Double.toString(box.yMin()), "-1"),
            box.xMax(),
            box.yMax())
        : box;
  }
}
