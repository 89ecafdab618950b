package io.boxfit.data.samples;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which pictures are tested on: a pure function of a picture, so that adding pictures moves none
 * from one side to the other.
 *
 * @param kind how
 * @param groupBy on names, where groups stay together
 * @param testShare of the pictures, where the set has no lists of its own
 */
public record SplitRule(Kind kind, Optional<Pattern> groupBy, double testShare) {

  /** How pictures are parted. */
  public enum Kind {
    /** By group where one is given, else by the set's own lists, else by content. */
    AUTO,
    /** By the set's own lists. */
    OWN,
    /** By the hash of the content: equal pictures stay together. */
    HASH,
    /** By the hash of what {@code groupBy} finds in the name. */
    GROUP
  }

  /**
   * From the words of a recipe.
   *
   * @throws BadInputException if the kind is unknown, the expression is none, or a kind lacks it
   */
  public static SplitRule parse(String kind, String groupBy, double testShare) {
    Optional<Pattern> pattern = Optional.empty();
    if (!groupBy.isEmpty()) {
      try {
        pattern = Optional.of(Pattern.compile(groupBy));
      } catch (PatternSyntaxException e) {
        throw new BadInputException(
            "group-by '" + groupBy + "' is no regular expression: " + e.getDescription(), e);
      }
    }
    List<String> kinds = List.of("auto", "own", "hash", "group");
    if (!kinds.contains(kind)) {
      throw new BadInputException(
          "unknown split '" + kind + "': did you mean '" + NearestName.of(kind, kinds) + "'?");
    }
    if (kind.equals("group") && pattern.isEmpty()) {
      throw new BadInputException("split 'group' needs an expression: give --group-by REGEX");
    }
    return new SplitRule(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), pattern, testShare);
  }

  /** Whether the pictures are parted by the set's own lists. */
  boolean isOwn(List<LocatedPicture> pictures) {
    boolean listed = pictures.stream().anyMatch(picture -> isTest(picture.part()));
    return kind == Kind.OWN || (kind == Kind.AUTO && groupBy.isEmpty() && listed);
  }

  private static boolean isTest(Optional<String> part) {
    return part.filter(name -> !name.equals("train")).isPresent();
  }

  /** What stays together: the group, or equal content. */
  String key(LocatedPicture picture) {
    if (kind != Kind.GROUP && !(kind == Kind.AUTO && groupBy.isPresent())) {
      return picture.content();
    }
    Matcher found = groupBy.orElseThrow().matcher(picture.name());
    if (!found.find()) {
      throw new BadInputException(
          picture.name()
              + ": --group-by '"
              + groupBy.get()
              + "' finds nothing in this name; widen the expression");
    }
    return found.groupCount() > 0 && found.group(1) != null ? found.group(1) : found.group();
  }

  /** A number in [0, 1) that looks random and depends on the text alone (FNV-1a, mixed). */
  static double place(String salt, String key) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : (salt + "/" + key).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return (hash >>> 11) * 0x1p-53;
  }
}
