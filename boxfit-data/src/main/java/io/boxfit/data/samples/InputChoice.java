package io.boxfit.data.samples;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Fitting;
import io.boxfit.core.fit.Resize;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.image.PictureHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The input that suits a folder: as small as its objects allow, because training time goes with the
 * area.
 *
 * @param width px
 * @param height px
 * @param resize letterbox, unless all pictures have one shape
 * @param halfSize half the geometric mean of the objects' widths and heights in the input, px
 */
public record InputChoice(int width, int height, Resize resize, double halfSize) {
  /** Longest sides to choose from, px. */
  private static final List<Integer> SIDES = List.of(192, 224, 256, 288, 320);

  /** Pictures of one size up to this are taken as they are. */
  private static final int LARGEST_AS_IT_IS = 320;

  /** The shorter side of all but the smallest tenth of the objects, px of the input. */
  private static final double LEAST_SIDE = 20;

  private static final double SMALLEST = 0.1;

  /** Shapes that differ by less than this factor are one. */
  private static final double ONE_SHAPE = 1.03;

  private record Seen(int width, int height, Box box) {
    double aspect() {
      return (double) width / height;
    }

    double shorterShare() {
      return Math.min(box.width(), box.height()) / Math.max(width, height);
    }
  }

  /**
   * From what is annotated; of pictures whose size is not said, the headers are read.
   *
   * @throws BadInputException if there is no target at all
   */
  public static InputChoice of(AnnotatedSet set, Target target) {
    List<Seen> seen = new ArrayList<>();
    for (AnnotatedPicture picture : set.pictures()) {
      seen(picture, target).ifPresent(seen::add);
    }
    if (seen.isEmpty()) {
      throw new BadInputException(
          set.folder() + " holds no picture with a target that can be used; see boxfit check");
    }
    Seen first = seen.get(0);
    boolean oneSize =
        seen.stream().allMatch(s -> s.width() == first.width() && s.height() == first.height());
    if (oneSize && Math.max(first.width(), first.height()) <= LARGEST_AS_IT_IS) {
      return choice(first.width(), first.height(), Resize.STRETCH, seen);
    }
    int side = side(seen);
    double low = seen.stream().mapToDouble(Seen::aspect).min().orElseThrow();
    double high = seen.stream().mapToDouble(Seen::aspect).max().orElseThrow();
    if (high / low > ONE_SHAPE) {
      return choice(side, side, Resize.LETTERBOX, seen);
    }
    int width = low >= 1 ? side : multipleOfEight(side * low);
    int height = low >= 1 ? multipleOfEight(side / low) : side;
    return choice(width, height, Resize.STRETCH, seen);
  }

  private static Optional<Seen> seen(AnnotatedPicture picture, Target target) {
    Optional<Box> box = target.of(picture.boxes()).filter(Box::isProper);
    if (box.isEmpty()) {
      return Optional.empty();
    }
    if (picture.width() > 0 && picture.height() > 0) {
      return Optional.of(new Seen(picture.width(), picture.height(), box.get()));
    }
    try {
      PictureHeader header = PictureHeader.read(picture.file());
      return Optional.of(new Seen(header.uprightWidth(), header.uprightHeight(), box.get()));
    } catch (BadInputException e) {
      // Whoever reads the pictures themselves says so.
      return Optional.empty();
    }
  }

  private static int side(List<Seen> seen) {
    double[] shares = seen.stream().mapToDouble(Seen::shorterShare).sorted().toArray();
    double small = shares[(int) (shares.length * SMALLEST)];
    return SIDES.stream()
        .filter(side -> small * side >= LEAST_SIDE)
        .findFirst()
        .orElse(SIDES.get(SIDES.size() - 1));
  }

  private static int multipleOfEight(double size) {
    return (int) Math.max(8, 8 * Math.round(size / 8));
  }

  private static InputChoice choice(int width, int height, Resize resize, List<Seen> seen) {
    double logarithms = 0;
    for (Seen s : seen) {
      Box box = Fitting.of(resize, s.width(), s.height(), width, height).toInput(s.box());
      logarithms += (StrictMath.log(box.width()) + StrictMath.log(box.height())) / 2;
    }
    double half = StrictMath.exp(logarithms / seen.size()) / 2;
    return new InputChoice(width, height, resize, Math.rint(half * 10) / 10);
  }
}
