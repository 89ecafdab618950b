package io.boxfit.core.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a person may have meant by a name that does not exist. */
public final class NearestName {
  private static final int TELLING = 3;

  private NearestName() {}

  /**
   * The known name with the fewest insertions, deletions and replacements of characters
   * (Levenshtein), upper and lower case alike; the first of several. A name cut short, of three
   * letters or more, is one edit away.
   *
   * @param name what was given
   * @param known at least one name
   */
  public static String of(String name, Collection<String> known) {
    String nearest = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int edits = edits(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
      if (edits < fewest) {
        fewest = edits;
        nearest = candidate;
      }
    }
    if (nearest == null) {
      throw new IllegalArgumentException("no names to choose from");
    }
    return nearest;
  }

  /** The nearest known name, where what was given is a slip of the pen away from it. */
  public static Optional<String> near(String name, Collection<String> known) {
    return Optional.of(of(name, known)).filter(nearest -> isNear(name, nearest));
  }

  /** Whether a name is a slip of the pen away from a known one: at most two edits, as above. */
  public static boolean isNear(String name, String known) {
    return edits(name.toLowerCase(Locale.ROOT), known.toLowerCase(Locale.ROOT)) <= 2;
  }

  private static int edits(String from, String to) {
    if (from.length() >= TELLING && from.length() < to.length() && to.startsWith(from)) {
      return 1;
    }
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[to.length()];
  }
}
