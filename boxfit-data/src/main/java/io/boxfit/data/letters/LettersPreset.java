package io.boxfit.data.letters;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of letter sets. */
public enum LettersPreset {
  /** One face, 40 px em, upright, black on white. */
  STORY,
  /** All faces, sizes, colours and backgrounds; a fifth of it in clutter. */
  VARIED,
  /** As {@link #VARIED}, always in clutter. */
  CLUTTER;

  /** The name that commands and recipes use: in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
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
