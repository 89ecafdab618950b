package io.boxfit.bench.doctor;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import java.util.Arrays;

/**
 * Samples with a fault.
 *
 * @param samples that are sound
 * @param fault that is put into each
 */
record SpoiledDataset(Dataset samples, SampleFault fault) implements Dataset {
  private static final int FEW = 40;

  @Override
  public int size() {
    return samples.size();
  }

  @Override
  public String digest() {
    return samples.digest() + fault;
  }

  @Override
  public Sample get(int index) {
    Sample sample = samples.get(index);
    return switch (fault) {
      case SHUFFLED -> with(sample, samples.get(other(index)).box());
      case SHIFTED -> with(sample, samples.get((index + 1) % size()).box());
      case MIRRORED ->
          index % 2 == 0 ? sample : with(sample, SpoiledPictures.mirrored(sample.picture(), true));
      case UPSIDE_DOWN ->
          index % 2 == 0 ? sample : with(sample, SpoiledPictures.mirrored(sample.picture(), false));
      case EMPTY -> with(sample, empty(sample.picture()));
      case SWAPPED -> with(sample, swapped(sample));
      case FEW -> samples.get(index % FEW);
      case HALF -> index % 2 == 0 ? sample : with(sample, samples.get(other(index)).box());
      case FROM_BELOW -> with(sample, fromBelow(sample));
      case ZOOMED -> with(sample, SpoiledPictures.zoomed(sample.picture(), stream("zoom", index)));
      case BOXES_HALVED -> with(sample, halved(sample.box()));
      case NOISY -> with(sample, SpoiledPictures.noisy(sample.picture(), stream("noise", index)));
      case TWO_COINS -> coins(sample, stream("coins", index));
      case TWO_LETTERS ->
          with(
              sample,
              SpoiledPictures.darker(sample.picture(), samples.get(other(index)).picture()));
      case FILLED -> with(sample, samples.get(known(index)).box());
      case PUSHED -> with(sample, SpoiledPictures.pushed(sample.picture(), stream("push", index)));
      case DARK -> with(sample, SpoiledPictures.dark(sample.picture()));
      case CENTRE_AS_CORNER -> with(sample, centreAsCorner(sample.box()));
      case WRONG_SIDE -> with(sample, wrongSide(sample));
      case BACKWARDS -> with(sample, samples.get(size() - 1 - index).box());
      case BOXES_DOUBLED -> with(sample, doubled(sample.box()));
      case CORNER_AS_CENTRE -> with(sample, cornerAsCentre(sample.box()));
      case FIRST_BOX -> with(sample, samples.get(0).box());
      case SHRUNK -> with(sample, SpoiledPictures.shrunk(sample.picture(), stream("size", index)));
      case ROTATED -> with(sample, SpoiledPictures.turned(sample.picture(), stream("turn", index)));
    };
  }

  /** The last one so far whose box is not missing. */
  private static int known(int index) {
    int known = index;
    while (known > 0 && missing(known, 0.7)) {
      known--;
    }
    return known;
  }

  private static boolean missing(int index, double share) {
    return stream("missing", index).nextDouble() < share;
  }

  private static RandomStream stream(String name, int index) {
    return new Seed(3).stream(name, index);
  }

  private static Sample coins(Sample sample, RandomStream random) {
    boolean flips = random.nextInt(2) == 0;
    boolean moves = random.nextInt(2) == 0;
    int width = sample.picture().width();
    Box box = sample.box();
    return new Sample(
        sample.id(),
        flips ? SpoiledPictures.mirrored(sample.picture(), true) : sample.picture(),
        moves ? new Box(width - box.xMax(), box.yMin(), width - box.xMin(), box.yMax()) : box);
  }

  private static Box halved(Box box) {
    return new Box(box.xMin() / 2, box.yMin() / 2, box.xMax() / 2, box.yMax() / 2);
  }

  private static Box doubled(Box box) {
    return new Box(2 * box.xMin(), 2 * box.yMin(), 2 * box.xMax(), 2 * box.yMax());
  }

  private static Box cornerAsCentre(Box box) {
    double across = box.width() / 2;
    double down = box.height() / 2;
    return new Box(box.xMin() - across, box.yMin() - down, box.xMin() + across, box.yMin() + down);
  }

  private static Box centreAsCorner(Box box) {
    double x = box.centerX();
    double y = box.centerY();
    return new Box(x, y, x + box.width(), y + box.height());
  }

  private static Box wrongSide(Sample sample) {
    double wide = (double) sample.picture().width() / sample.picture().height();
    Box box = sample.box();
    return new Box(box.xMin() * wide, box.yMin() / wide, box.xMax() * wide, box.yMax() / wide);
  }

  private int other(int index) {
    RandomStream random = new Seed(3).stream("other", index);
    return random.nextInt(size());
  }

  private static Sample with(Sample sample, Box box) {
    return new Sample(sample.id(), sample.picture(), box);
  }

  private static Sample with(Sample sample, Picture picture) {
    return new Sample(sample.id(), picture, sample.box());
  }

  private static Picture empty(Picture picture) {
    byte[] pixels = new byte[picture.pixels().length];
    Arrays.fill(pixels, (byte) 255);
    return new Picture(picture.width(), picture.height(), picture.channels(), pixels);
  }

  private static Box swapped(Sample sample) {
    double wide = (double) sample.picture().width() / sample.picture().height();
    Box box = sample.box();
    return new Box(box.yMin() * wide, box.xMin() / wide, box.yMax() * wide, box.xMax() / wide);
  }

  private static Box fromBelow(Sample sample) {
    int height = sample.picture().height();
    Box box = sample.box();
    return new Box(box.xMin(), height - box.yMax(), box.xMax(), height - box.yMin());
  }
}
