package io.boxfit.model.recipe;

import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer, or one key of it. {@code network.NAME=KIND} puts another layer in the place of one,
 * for example {@code network.softmax1=sigmoid}; {@code network.NAME.KIND.KEY=VALUE} changes a key,
 * for example {@code network.box.boxHead.format=cxcywh}. Names may have dots, kinds and keys have
 * none; a layer that was given no name has one after its kind.
 */
final class LayerOption {
  private static final String NETWORK = "network";

  private LayerOption() {}

  /** Whether a key is one of a layer. */
  static boolean isMeant(List<String> keys) {
    return keys.get(0).equals(NETWORK) && keys.size() >= 2;
  }

  /** The recipe with that layer or key changed. */
  static Setting.Group set(Setting.Group recipe, List<String> keys, Setting value) {
    Setting network = recipe.entries().get(NETWORK);
    List<Setting> layers =
        new ArrayList<>(
            network != null && RecipeReader.layers(network) instanceof Setting.Listing l
                ? l.items()
                : List.of());
    Map<String, Integer> places = places(layers);
    String whole = String.join(".", keys.subList(1, keys.size()));
    int kindAt = keys.size() - 2;
    String owner = kindAt < 2 ? whole : String.join(".", keys.subList(1, kindAt));
    if (places.containsKey(whole)) {
      int at = places.get(whole);
      layers.set(at, replaced(layers.get(at), whole, value));
    } else if (kindAt >= 2 && places.containsKey(owner)) {
      int at = places.get(owner);
      layers.set(at, changed(layers.get(at), keys.get(kindAt), keys.get(kindAt + 1), value));
    } else {
      throw value.origin().error(missing(layers, places, keys, owner));
    }
    return recipe.with(NETWORK, new Setting.Listing(layers, network.origin()));
  }

  private static String missing(
      List<Setting> layers, Map<String, Integer> places, List<String> keys, String owner) {
    String before = String.join(".", keys.subList(1, keys.size() - 1));
    return places.containsKey(before)
        ? "write network."
            + before
            + "."
            + kind(layers.get(places.get(before)))
            + "."
            + keys.get(keys.size() - 1)
        : "the network has no layer " + Quoted.of(owner);
  }

  private static Map<String, Integer> places(List<Setting> layers) {
    LayerNames names = new LayerNames(layers);
    Map<String, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      places.put(names.next(layers.get(i), kind(layers.get(i))), i);
    }
    return places;
  }

  /** What is no layer is refused when the network is read. */
  private static String kind(Setting layer) {
    if (layer instanceof Setting.Group group) {
      return String.join(", ", group.without("name").without("from").entries().keySet());
    }
    return layer instanceof Setting.Scalar word ? word.text() : "";
  }

  /** Another layer under the same name, from where the old one had its numbers. */
  private static Setting replaced(Setting layer, String name, Setting value) {
    Map<String, Setting> entries = new LinkedHashMap<>();
    entries.put("name", new Setting.Scalar(name, false, layer.origin()));
    if (layer instanceof Setting.Group group && group.entries().containsKey("from")) {
      entries.put("from", group.entries().get("from"));
    }
    if (value instanceof Setting.Group group) {
      entries.putAll(group.entries());
    } else if (value instanceof Setting.Scalar kind && !kind.isNothing()) {
      entries.put(kind.text(), new Setting.Group(Map.of(), value.origin()));
    } else {
      throw value
          .origin()
          .error("write a layer, such as relu or {dense: {units: 64}}, for " + Quoted.of(name));
    }
    return new Setting.Group(entries, value.origin());
  }

  private static Setting changed(Setting layer, String kind, String key, Setting value) {
    Setting own =
        layer instanceof Setting.Group group
            ? group.entries().get(kind)
            : layer instanceof Setting.Scalar word && word.text().equals(kind)
                ? new Setting.Group(Map.of(), layer.origin())
                : null;
    if (!(own instanceof Setting.Group of)) {
      throw value.origin().error("that layer is no " + Quoted.of(kind));
    }
    return layer instanceof Setting.Group group
        ? group.with(kind, of.with(key, value))
        : new Setting.Group(Map.of(kind, of.with(key, value)), layer.origin());
  }
}
