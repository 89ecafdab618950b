package io.boxfit.model.recipe;

import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Setting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One recipe's keys laid over another's.
 *
 * <p>Groups such as {@code data} are changed key by key, everything deeper as a whole. What belongs
 * to a choice goes with it: another {@code optimizer.name} drops the numbers of the old optimiser,
 * another {@code data.preset} the old preset's {@code data.mix}; unless they were written in the
 * same place as the new choice.
 */
final class Overlay {
  private static final Set<String> NAMED = Set.of("loss", "optimizer", "schedule");

  private Overlay() {}

  /** Both recipes' keys, those of {@code above} where both have them. */
  static Setting.Group merge(Setting.Group below, Setting.Group above) {
    Map<String, Setting> merged = new LinkedHashMap<>(below.entries());
    above
        .entries()
        .forEach(
            (key, value) -> {
              Setting old = normal(key, merged.get(key));
              Setting fresh = normal(key, value);
              merged.put(
                  key,
                  old instanceof Setting.Group o && fresh instanceof Setting.Group f
                      ? inner(key, o, f)
                      : fresh);
            });
    return new Setting.Group(merged, above.origin());
  }

  /** Sets one key, for example {@code optimizer.learningRate}. */
  static Setting.Group set(Setting.Group root, List<String> keys, Setting value) {
    Deque<String> path = new ArrayDeque<>(keys);
    String first = path.removeFirst();
    if (path.isEmpty()) {
      return merge(root, group(first, value));
    }
    String second = path.removeFirst();
    Setting old = normal(first, root.entries().get(first));
    Setting deeper = old instanceof Setting.Group g ? g.entries().get(second) : null;
    if (old instanceof Setting.Listing) {
      throw value.origin().error(first + " is a list, it can only be set as a whole");
    }
    return merge(root, group(first, group(second, deep(deeper, path, value))));
  }

  private static Setting deep(Setting old, Deque<String> path, Setting value) {
    if (path.isEmpty()) {
      return value;
    }
    String key = path.removeFirst();
    Setting.Group group =
        old instanceof Setting.Group g ? g : new Setting.Group(Map.of(), value.origin());
    return group.with(key, deep(group.entries().get(key), path, value));
  }

  private static Setting.Group inner(String key, Setting.Group below, Setting.Group above) {
    Map<String, Setting> merged = new LinkedHashMap<>(below.entries());
    if (NAMED.contains(key) && differs("name", below, above)) {
      Origin choice = above.entries().get("name").origin();
      merged.values().removeIf(old -> !Blame.last(old).samePlace(choice));
    }
    if (key.equals("data") && differs("preset", below, above)) {
      Origin choice = above.entries().get("preset").origin();
      merged.computeIfPresent("mix", (k, mix) -> Blame.last(mix).samePlace(choice) ? mix : null);
    }
    merged.putAll(above.entries());
    return new Setting.Group(merged, above.origin());
  }

  private static boolean differs(String key, Setting.Group below, Setting.Group above) {
    return above.entries().get(key) instanceof Setting.Scalar fresh
        && !(below.entries().get(key) instanceof Setting.Scalar old
            && old.text().equals(fresh.text()));
  }

  /** {@code optimizer: adamW} is short for {@code optimizer: {name: adamW}}. */
  static Setting normal(String key, Setting setting) {
    return NAMED.contains(key) && setting instanceof Setting.Scalar
        ? group("name", setting)
        : setting;
  }

  private static Setting.Group group(String key, Setting value) {
    return new Setting.Group(Map.of(key, value), value.origin());
  }
}
