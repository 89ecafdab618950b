package io.boxfit.data.letters;

import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import io.boxfit.core.random.Seed;
import io.boxfit.core.text.NearestName;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import java.util.List;
import java.util.Objects;

/**
 * Synthetic letters: RGB pictures, 200 x 100 pixels but where the preset says otherwise, with one
 * letter each, fully inside, and the tight box of its ink in whole pixels.
 *
 * <p>Ink are the pixels that the letter covers by half or more. Every letter is a pure function of
 * preset, seed, split and its number: splits never share a draw, any letter can be made alone and
 * on any thread, and none is kept in memory.
 *
 * @param preset how the letters look
 * @param dataSeed which letters of that look
 * @param split {@code train}, {@code validation} or {@code test}
 * @param first number of the first letter within the split, not negative
 * @param size how many letters, not negative
 */
public record Letters(LettersPreset preset, long dataSeed, String split, int first, int size)
    implements Dataset {
  /** The splits that letters are drawn for. */
  public static final List<String> SPLITS = List.of("train", "validation", "test");

  /** Goes up with every change to a pixel or box of any letter. */
  private static final int GENERATOR_VERSION = 1;

  private static final ThreadLocal<LetterPainter> PAINTER =
      ThreadLocal.withInitial(LetterPainter::new);

  /**
   * @throws BadInputException if the split does not exist or a number is negative
   */
  public Letters {
    Objects.requireNonNull(preset, "preset");
    if (!SPLITS.contains(split)) {
      throw new BadInputException(
          "unknown split '"
              + split
              + "': did you mean '"
              + NearestName.of(split, SPLITS)
              + "'? Splits are "
              + String.join(", ", SPLITS)
              + ".");
    }
    if (first < 0 || size < 0 || first > Integer.MAX_VALUE - size) {
      throw new BadInputException(
          "letters "
              + first
              + " to "
              + ((long) first + size)
              + " do not exist: numbers go from 0 to 2147483647.");
    }
  }

  /** The first letters of a split. */
  public Letters(LettersPreset preset, long dataSeed, String split, int size) {
    this(preset, dataSeed, split, 0, size);
  }

  /**
   * Some of these letters, with the same ids and pixels.
   *
   * @param from first index within this set
   * @param to end, exclusive
   */
  public Letters range(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return new Letters(preset, dataSeed, split, first + from, to - from);
  }

  @Override
  public Sample get(int index) {
    DrawnLetter drawn = draw(index);
    return new Sample(
        preset.key() + "/" + split + "/" + (first + index), drawn.picture(), drawn.box());
  }

  /**
   * Letter number {@code index} with what went into it.
   *
   * @throws IndexOutOfBoundsException if index is not in [0, size)
   */
  public DrawnLetter draw(int index) {
    Objects.checkIndex(index, size);
    String stream = "letters/" + preset.key() + "/" + split;
    return PAINTER.get().paint(preset, new Seed(dataSeed).stream(stream, (long) first + index));
  }

  @Override
  public String digest() {
    String identity =
        "letters version "
            + GENERATOR_VERSION
            + ", preset "
            + preset.key()
            + ", seed "
            + dataSeed
            + ", split "
            + split
            + ", from "
            + first
            + ", size "
            + size;
    return new Sha256().add(identity).hex();
  }
}
