package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Boxes in pixels that would fit if they were turned round, moved or counted in pixels of another
 * size, or if their four numbers had been ordered before they were scaled; or of another girth.
 *
 * @param words what they are
 * @param meanIou of the boxes as they should have been
 * @param loose whether so much was fitted that another fault may look like it
 */
public record Misplacement(String words, double meanIou, boolean loose) {
  private static final Iou IOU = new Iou();

  /** Of so many ways to decode some make one large box in the middle of anything. */
  private static final double MEANT = 0.4;

  private static final double SURE = 0.6;
  private static final double FAR = 0.25;
  private static final String STRETCHED =
      "stretched between the least and the greatest of each number, and not brought back";

  /** What is loose must be so much better than what is not. */
  private static final double BETTER = 0.05;

  /** The one that fits best, the simpler before the other. */
  public static Misplacement best(List<Box> said, List<Box> truth, int width, int height) {
    Stream<Misplacement> mirrored =
        Stream.of(
            of("y measured from the bottom", said, truth, box -> flipped(box, 0, height)),
            of("x measured from the right", said, truth, box -> flipped(box, width, 0)),
            of(
                "measured from the lower right corner",
                said,
                truth,
                b -> flipped(b, width, height)));
    Stream<Misplacement> ordered =
        Stream.of(Layout.values())
            .map(
                layout ->
                    of(
                        layout.words() + ", scaled before it was put in that order",
                        said,
                        truth,
                        box -> ordered(box, layout, width, height)));
    Stream<Misplacement> moved =
        Stream.of(Shift.between(said, truth))
            .flatMap(Optional::stream)
            .map(shift -> of(shift.words(), said, truth, shift::of));
    Stream<Misplacement> decoded =
        Decoding.all().stream()
            .map(how -> of(how.words(), said, truth, box -> how.again(box, width, height)))
            .filter(one -> one.meanIou >= MEANT);
    double now = of("", said, truth, box -> box).meanIou;
    Stream<Misplacement> stretched =
        Stream.of(Standardised.closely(said, truth))
            .flatMap(Optional::stream)
            .map(how -> of(STRETCHED, said, truth, how::of));
    Stream<Misplacement> unit =
        Stream.of(Standardised.fromNoughtToOne(said, truth))
            .flatMap(Optional::stream)
            .map(how -> of(STRETCHED, said, truth, how::of));
    Stream<Misplacement> sized =
        Stream.of(Girth.between(said, truth))
            .flatMap(Optional::stream)
            .map(girth -> of(girth.words(), said, truth, girth::of));
    Stream<Misplacement> loose =
        Stream.concat(stretched, sized)
            .map(Misplacement::loosely)
            // An unfinished training is off by less.
            .filter(one -> one.meanIou >= SURE && one.meanIou >= now + FAR);
    Stream<Misplacement> zoomed =
        Stream.of(Zoom.between(said, truth, width, height))
            .flatMap(Optional::stream)
            .map(zoom -> of(zoom.words(), said, truth, zoom::of));
    Stream<Misplacement> standard =
        Stream.of(Standardised.between(said, truth))
            .flatMap(Optional::stream)
            .map(how -> of(Standardised.WORDS, said, truth, how::of));
    return Stream.of(mirrored, ordered, moved, decoded, standard, unit, zoomed, loose)
        .flatMap(one -> one)
        .max((a, b) -> Double.compare(a.rank(), b.rank()))
        .orElseThrow();
  }

  private double rank() {
    return loose ? meanIou - BETTER : meanIou;
  }

  private Misplacement loosely() {
    return new Misplacement(words, meanIou, true);
  }

  private interface Turn {
    Box of(Box box);
  }

  private static Misplacement of(String words, List<Box> said, List<Box> truth, Turn turn) {
    double sum =
        IntStream.range(0, said.size())
            .mapToDouble(i -> IOU.of(turn.of(said.get(i)), truth.get(i)))
            .sum();
    return new Misplacement(words, sum / said.size(), false);
  }

  /** Where an extent is 0 that axis stays; numbers from the other end may have kept their order. */
  private static Box flipped(Box box, int width, int height) {
    double left = width > 0 ? width - box.xMax() : box.xMin();
    double right = width > 0 ? width - box.xMin() : box.xMax();
    double top = height > 0 ? height - box.yMax() : box.yMin();
    double bottom = height > 0 ? height - box.yMin() : box.yMax();
    return new Box(
        Math.min(left, right), Math.min(top, bottom), Math.max(left, right), Math.max(top, bottom));
  }

  private static Box ordered(Box box, Layout layout, int width, int height) {
    double[] shares = {
      box.xMin() / width, box.yMin() / height, box.xMax() / width, box.yMax() / height
    };
    return Scale.RELATIVE.pixels(layout.decode(shares), width, height);
  }
}
