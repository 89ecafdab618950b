package io.boxfit.data.letters;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of letter sets. */
public enum LettersPreset {
  /** One face, 40 px em, upright, black on white. */
  STORY(200, 100, 40),
  /** As {@link #STORY} at half its size, where many trainings must be cheap. */
  STORY_HALF(100, 50, 20),
  /** All faces, sizes, colours and backgrounds; a fifth of it in clutter. */
  VARIED(200, 100, 0),
  /** As {@link #VARIED}, always in clutter. */
  CLUTTER(200, 100, 0);

  private final int width;
  private final int height;
  private final int plainEm;

  LettersPreset(int width, int height, int plainEm) {
    this.width = width;
    this.height = height;
    this.plainEm = plainEm;
  }

  /** Pixels of each picture from left to right. */
  public int width() {
    return width;
  }

  /** Pixels of each picture from top to bottom. */
  public int height() {
    return height;
  }

  /** Whether every letter has the same face, size and colours. */
  boolean plain() {
    return plainEm > 0;
  }

  /** Pixels of the em of plain letters. */
  int plainEm() {
    return plainEm;
  }

  /** The name that commands and recipes use: in lower case, with hyphens. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The preset of that name.
   *
   * @throws BadInputException if there is none; names the nearest
   */
  public static LettersPreset parse(String key) {
    for (LettersPreset preset : values()) {
      if (preset.key().equals(key)) {
        return preset;
      }
    }
    String all = Arrays.stream(values()).map(LettersPreset::key).collect(Collectors.joining(", "));
    throw new BadInputException(
        "unknown letters preset '"
            + key
            + "': did you mean '"
            + NearestName.of(key, Arrays.stream(values()).map(LettersPreset::key).toList())
            + "'? Presets are "
            + all
            + ".");
  }
}
