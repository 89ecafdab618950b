package io.boxfit.bench.doctor.page;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.image.ProbePictures;
import io.boxfit.doctor.evidence.Moved;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Reactions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a network says of pictures as they are and changed, px.
 *
 * @param asked the network
 * @param plain of the pictures as they are
 * @param black of black pictures
 * @param shuffled of the pictures with their pixels in random order
 * @param across of the pictures moved to the right; what leaves comes in on the left
 */
record Probing(
    AskedNetwork asked, List<Box> plain, List<Box> black, List<Box> shuffled, List<Box> across) {
  /** How far pictures are moved, px. */
  static final int STEP = 10;

  static Probing of(AskedNetwork asked) {
    return new Probing(
        asked,
        asked.boxes(picture -> picture),
        asked.boxes(ProbePictures::black),
        asked.boxes(shuffling()),
        asked.boxes(Probing::toTheRight));
  }

  /** The same order of pixels for the same pictures, each time. */
  static UnaryOperator<Picture> shuffling() {
    RandomStream order = new Seed(0).stream("shuffled pixels");
    return picture -> ProbePictures.shuffled(picture, order);
  }

  static Picture toTheRight(Picture picture) {
    return ProbePictures.moved(picture, STEP, 0);
  }

  /** Whether the object is still in one piece after the move. */
  boolean hasRoom(int sample) {
    Sample seen = asked.samples().get(sample);
    return seen.box().xMax() + STEP <= seen.picture().width();
  }

  /** As the doctor is told. */
  ProbeFigures figures() {
    List<Moved> right = new ArrayList<>();
    Picture first = asked.samples().get(0).picture();
    for (int i = 0; i < plain.size(); i++) {
      if (hasRoom(i)) {
        double answer = across.get(i).centerX() - plain.get(i).centerX();
        right.add(new Moved((double) STEP / first.width(), answer / first.width()));
      }
    }
    return ProbeFigures.of(
        new Reactions(
            shares(asked.samples().stream().map(Sample::box).toList()),
            shares(plain),
            shares(black),
            shares(shuffled),
            shares(asked.boxes(ProbePictures::mirrored)),
            right,
            List.of()));
  }

  private List<Box> shares(List<Box> boxes) {
    double width = asked.samples().get(0).picture().width();
    double height = asked.samples().get(0).picture().height();
    return boxes.stream()
        .map(b -> new Box(b.xMin() / width, b.yMin() / height, b.xMax() / width, b.yMax() / height))
        .toList();
  }
}
