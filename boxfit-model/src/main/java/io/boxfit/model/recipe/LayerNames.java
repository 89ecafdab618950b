package io.boxfit.model.recipe;

import io.boxfit.model.setting.Setting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What layers of a list are called: by their own names, or after their kinds with running numbers.
 */
final class LayerNames {
  private static final String NAME = "name";

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> running = new HashMap<>();

  /** Of a list, whose layers are then asked for in order. */
  LayerNames(List<Setting> layers) {
    for (Setting layer : layers) {
      if (layer instanceof Setting.Group group && group.entries().containsKey(NAME)) {
        taken.add(own(group));
      }
    }
  }

  /** The next layer's name. */
  String next(Setting layer, String kind) {
    return layer instanceof Setting.Group group && group.entries().containsKey(NAME)
        ? own(group)
        : unique(kind);
  }

  private static String own(Setting.Group layer) {
    return ScalarReader.text(layer.entries().get(NAME), "a layer's name");
  }

  private String unique(String kind) {
    String name;
    do {
      name = kind + running.merge(kind, 1, Integer::sum);
    } while (!taken.add(name));
    return name;
  }
}
