package io.boxfit.model.recipe;

import io.boxfit.model.augmentation.Augmentation;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Setting;
import io.boxfit.model.setting.SettingText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A tree of settings into a recipe. */
final class RecipeReader {
  private static final String BASE = "base";
  private static final String AUGMENTATION = "augmentation";

  private RecipeReader() {}

  /**
   * The recipe.
   *
   * @param root what a file holds; with {@code base}, what it changes
   * @param options {@code key=value}, in order; they change the file
   */
  static Recipe read(Setting root, List<String> options) {
    Setting.Group group = withBase(ValueReader.group(root, "a recipe", "a group of keys"));
    for (String option : options) {
      group = set(group, option);
    }
    return recipe(group);
  }

  private static Setting.Group withBase(Setting.Group group) {
    Setting base = group.entries().get(BASE);
    Setting.Group none = new Setting.Group(Map.of(), group.origin());
    if (base == null) {
      return Overlay.merge(none, group);
    }
    String name = ScalarReader.text(base, BASE);
    Setting below = Resources.recipe(name, base.origin());
    Setting.Group from = withBase(ValueReader.group(below, "a recipe", "a group of keys"));
    boolean changed = group.entries().get(AUGMENTATION) instanceof Setting.Group;
    return Overlay.merge(changed ? spelledOut(from, AUGMENTATION) : from, group.without(BASE));
  }

  private static Setting.Group set(Setting.Group group, String option) {
    Origin origin = Origin.option(option);
    int equals = option.indexOf('=');
    if (equals < 1) {
      throw origin.error("needs the form key=value, for example epochs=2");
    }
    List<String> keys = Arrays.asList(option.substring(0, equals).trim().split("\\.", -1));
    if (keys.stream().anyMatch(String::isBlank)) {
      throw origin.error("a part of the key is empty");
    }
    if (keys.get(0).equals(BASE)) {
      throw origin.error("base can stand in a recipe file only");
    }
    if (keys.size() > 1) {
      group = spelledOut(group, keys.get(0));
    }
    Setting nothing = new Setting.Scalar("", false, origin);
    Setting value = SettingText.read(option.substring(equals + 1), origin).orElse(nothing);
    return LayerOption.isMeant(keys)
        ? LayerOption.set(group, keys, value)
        : Overlay.set(group, keys, value);
  }

  /** A named augmentation as its numbers, of which one is to be changed. */
  private static Setting.Group spelledOut(Setting.Group group, String key) {
    return key.equals(AUGMENTATION)
            && group.entries().get(key) instanceof Setting.Scalar name
            && !name.isNothing()
        ? Overlay.set(group, List.of(key), Resources.augmentation(name.text(), name.origin()))
        : group;
  }

  private static Recipe recipe(Setting.Group group) {
    Set<String> known = new LinkedHashSet<>(RecordReader.names(Recipe.class));
    known.add("input");
    known.add(BASE);
    RecordReader.requireKnown(group, known, "");
    Setting size = RecordReader.required(group, "input", "");
    Input input =
        RecordReader.read(
            Input.class, ValueReader.group(size, "input", "a group of keys"), "input.");
    Network network =
        NetworkReader.read(layers(RecordReader.required(group, "network", "")), input, size);
    if (group.entries().get("data") instanceof Setting.Group data
        && !data.entries().containsKey("folder")) {
      RecordReader.required(data, "preset", "data.");
      RecordReader.required(data, "testCount", "data.");
    }
    Map<String, Object> made = new HashMap<>();
    made.put("network", network);
    Setting augmentation = group.entries().get(AUGMENTATION);
    if (augmentation instanceof Setting.Scalar name && !name.isNothing()) {
      made.put(AUGMENTATION, Optional.of(augmentation(name)));
    }
    return RecordReader.read(Recipe.class, group.without("input"), "", made);
  }

  private static Augmentation augmentation(Setting.Scalar name) {
    Setting preset = Resources.augmentation(name.text(), name.origin());
    return RecordReader.read(
        Augmentation.class,
        ValueReader.group(preset, "augmentation", "a group of keys"),
        "augmentation.");
  }

  static Setting layers(Setting network) {
    return network instanceof Setting.Scalar name && !name.isNothing()
        ? Resources.network(name.text(), name.origin())
        : network;
  }
}
