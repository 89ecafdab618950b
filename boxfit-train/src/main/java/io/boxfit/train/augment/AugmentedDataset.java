package io.boxfit.train.augment;

import io.boxfit.core.box.Box;
import io.boxfit.core.digest.Sha256;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.samples.FittedDataset;
import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.network.Input;
import java.util.Objects;
import java.util.Optional;

/**
 * A few pictures as many samples: number i varies picture i modulo their count, by draws that
 * depend on the seed and i alone.
 *
 * @param pictures in the size of the network's input
 * @param input of the network
 * @param augmentation by how much they are varied
 * @param seed of the draws
 * @param size how many samples
 */
public record AugmentedDataset(
    FittedDataset pictures, Input input, Augmentation augmentation, Seed seed, int size)
    implements Dataset {
  /** Goes up with every change to a pixel or box of any sample. */
  private static final int VERSION = 1;

  @Override
  public Sample get(int index) {
    Objects.checkIndex(index, size);
    int number = index % pictures.size();
    RandomStream random = seed.stream("augment", index);
    Picture content = pictures.content(number);
    boolean present = pictures.box(number).isProper();
    Box object = present ? pictures.box(number) : middle(content);
    Placement placement =
        Placement.draw(augmentation, object, input.width(), input.height(), random);
    boolean free = content.width() < input.width() || content.height() < input.height();
    // Beyond its borders a letterboxed picture is gray when the network is used, and something
    // like itself wastes less of the input while it learns: both are met.
    Beyond beyond =
        free && random.nextBoolean(0.5)
            ? Beyond.GRAY
            : Beyond.mirror(
                object,
                content.width(),
                content.height(),
                placement,
                input.width(),
                input.height());
    Picture picture = Warp.of(content, placement, input.width(), input.height(), beyond);
    Box box = placement.box();
    boolean elsewhere = random.nextBoolean(augmentation.paste());
    int other = random.nextInt(pictures.size());
    if (elsewhere && present && other != number) {
      picture = onAnother(picture, box, other, random);
    }
    Colours.change(picture, augmentation, random);
    Damage.change(picture, box, augmentation, random);
    String id = pictures.id(number) + "#" + index / pictures.size();
    return new Sample(id, picture, present ? box : Sample.ABSENT);
  }

  /** What is moved about where there is no object. */
  private static Box middle(Picture content) {
    double width = content.width();
    double height = content.height();
    return new Box(0.375 * width, 0.375 * height, 0.625 * width, 0.625 * height);
  }

  /** The object of a picture on another one; as it was where that has no room beside its object. */
  private Picture onAnother(Picture picture, Box object, int other, RandomStream random) {
    Picture behind = pictures.content(other);
    int width = input.width();
    int height = input.height();
    Optional<Placement> part = Backdrop.beside(pictures.box(other), behind, width, height, random);
    if (part.isEmpty()) {
      return picture;
    }
    Picture result = Warp.of(behind, part.get(), width, height, new Beyond(false, false, false));
    Backdrop.lay(picture, object, result);
    return result;
  }

  @Override
  public String digest() {
    return new Sha256()
        .add("augmented version " + VERSION)
        .add(pictures.digest())
        .add(input.toString())
        .add(augmentation.toString())
        .add(seed + ", size " + size)
        .hex();
  }
}
