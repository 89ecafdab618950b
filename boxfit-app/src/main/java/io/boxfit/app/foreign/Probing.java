package io.boxfit.app.foreign;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Picture;
import io.boxfit.data.image.ProbePictures;
import io.boxfit.doctor.evidence.Moved;
import io.boxfit.doctor.evidence.ProbeFigures;
import io.boxfit.doctor.evidence.Reactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Shows a network pictures as they are and changed. */
final class Probing {
  /** How far pictures are moved, in shares of their size: further than noise, and within reach. */
  private static final double STEP = 0.1;

  /** Objects that leave less room are not moved. */
  private static final double LEAST = 0.03;

  private final BoxFinder network;
  private final List<KnownPicture> pictures;
  private final Seed seed = new Seed(0);

  Probing(BoxFinder network, List<KnownPicture> pictures) {
    this.network = network;
    this.pictures = pictures;
  }

  /** What it says; empty where that is not numbers. */
  Optional<ProbeFigures> figures() {
    RandomStream order = seed.stream("shuffled pixels");
    List<Box> plain = answers(picture -> picture);
    List<Box> black = answers(ProbePictures::black);
    List<Box> shuffled = answers(picture -> ProbePictures.shuffled(picture, order));
    List<Box> mirrored = answers(ProbePictures::mirrored);
    List<Box> truth = pictures.stream().map(known -> known.shares(known.truth())).toList();
    List<Integer> usable = new ArrayList<>();
    for (int i = 0; i < plain.size(); i++) {
      if (finite(plain.get(i))
          && finite(black.get(i))
          && finite(shuffled.get(i))
          && finite(mirrored.get(i))) {
        usable.add(i);
      }
    }
    if (usable.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        ProbeFigures.of(
            new Reactions(
                of(truth, usable),
                of(plain, usable),
                of(black, usable),
                of(shuffled, usable),
                of(mirrored, usable),
                moved(plain, true),
                moved(plain, false))));
  }

  private List<Box> answers(UnaryOperator<Picture> change) {
    return shares(
        pictures.stream().map(known -> known.with(change.apply(known.picture()))).toList());
  }

  private List<Box> shares(List<KnownPicture> asked) {
    List<Box> boxes = asked.isEmpty() ? List.of() : network.boxes(asked);
    List<Box> shares = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      shares.add(asked.get(i).shares(boxes.get(i)));
    }
    return shares;
  }

  private static List<Box> of(List<Box> boxes, List<Integer> places) {
    return places.stream().map(boxes::get).toList();
  }

  private List<Moved> moved(List<Box> before, boolean across) {
    RandomStream coin = seed.stream(across ? "moved across" : "moved down");
    List<Integer> places = new ArrayList<>();
    List<Double> ways = new ArrayList<>();
    List<KnownPicture> changed = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      KnownPicture known = pictures.get(i);
      Picture picture = known.picture();
      int way = way(known, across, coin);
      if (way != 0) {
        places.add(i);
        ways.add((double) way / (across ? picture.width() : picture.height()));
        changed.add(known.with(ProbePictures.moved(picture, across ? way : 0, across ? 0 : way)));
      }
    }
    List<Box> after = shares(changed);
    List<Moved> moved = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      Box from = before.get(places.get(i));
      Box to = after.get(i);
      if (finite(from) && finite(to)) {
        double answer = across ? to.centerX() - from.centerX() : to.centerY() - from.centerY();
        moved.add(new Moved(ways.get(i), answer));
      }
    }
    return moved;
  }

  /** So far that the object stays inside, px of the pixels at hand; 0 where there is no room. */
  private static int way(KnownPicture known, boolean across, RandomStream coin) {
    Box truth = known.shares(known.truth());
    int size = across ? known.picture().width() : known.picture().height();
    int before = (int) Math.floor(size * (across ? truth.xMin() : truth.yMin()));
    int behind = (int) Math.floor(size * (1 - (across ? truth.xMax() : truth.yMax())));
    int wanted = Math.max(1, (int) Math.round(STEP * size));
    boolean toss = coin.nextBoolean(0.5);
    boolean free = before >= wanted && behind >= wanted;
    boolean forward = free ? toss : behind > before;
    int room = Math.min(wanted, forward ? behind : before);
    return room < Math.max(1, LEAST * size) ? 0 : forward ? room : -room;
  }

  private static boolean finite(Box box) {
    return Double.isFinite(box.xMin() + box.yMin() + box.xMax() + box.yMax());
  }
}
