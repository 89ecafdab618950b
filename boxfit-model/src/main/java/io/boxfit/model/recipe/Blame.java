package io.boxfit.model.recipe;

import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Setting;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which setting an error is about: records check their numbers without knowing where they were
 * written, but their messages name them.
 */
final class Blame {
  private Blame() {}

  /**
   * The place to report: of the keys that the message names, the one set last; the group itself if
   * it names none.
   */
  static Origin origin(Setting.Group group, String message) {
    Map<String, Origin> leaves = new LinkedHashMap<>();
    Map<String, Origin> groups = new LinkedHashMap<>();
    collect(group, "", message, leaves, groups);
    return (leaves.isEmpty() ? groups : leaves)
        .values().stream().max(Comparator.comparing(Origin::rank)).orElse(group.origin());
  }

  /** The highest of the places where a tree was written. */
  static Origin last(Setting setting) {
    Origin last = setting.origin();
    if (setting instanceof Setting.Group group) {
      for (Setting entry : group.entries().values()) {
        Origin other = last(entry);
        last = other.rank().compareTo(last.rank()) > 0 ? other : last;
      }
    }
    return last;
  }

  private static void collect(
      Setting.Group group,
      String prefix,
      String message,
      Map<String, Origin> leaves,
      Map<String, Origin> groups) {
    group
        .entries()
        .forEach(
            (key, value) -> {
              String name = prefix + key;
              if (value instanceof Setting.Group inner) {
                collect(inner, name + ".", message, leaves, groups);
              }
              if (names(message, name)) {
                (value instanceof Setting.Group ? groups : leaves).put(name, last(value));
              }
            });
  }

  private static boolean names(String message, String key) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(key) + "(?!\\w)").matcher(message).find();
  }
}
