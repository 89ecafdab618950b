package io.boxfit.model.recipe;

import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * One key of one layer: {@code network.NAME.KIND.KEY}, for example {@code
 * network.box.boxHead.format=cxcywh}. Names may have dots, kinds and keys have none.
 */
final class LayerOption {
  private static final String NETWORK = "network";

  private LayerOption() {}

  /** Whether a key is one of a layer. */
  static boolean isMeant(List<String> keys) {
    return keys.get(0).equals(NETWORK) && keys.size() >= 4;
  }

  /** The recipe with that key changed. */
  static Setting.Group set(Setting.Group recipe, List<String> keys, Setting value) {
    int kindAt = keys.size() - 2;
    String name = String.join(".", keys.subList(1, kindAt));
    Setting network = recipe.entries().get(NETWORK);
    List<Setting> layers =
        new ArrayList<>(
            network != null && RecipeReader.layers(network) instanceof Setting.Listing l
                ? l.items()
                : List.of());
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i) instanceof Setting.Group layer
          && layer.entries().get("name") instanceof Setting.Scalar own
          && own.text().equals(name)) {
        layers.set(i, changed(layer, keys.get(kindAt), keys.get(kindAt + 1), value));
        return recipe.with(NETWORK, new Setting.Listing(layers, network.origin()));
      }
    }
    throw value.origin().error("the network has no layer " + Quoted.of(name));
  }

  private static Setting changed(Setting.Group layer, String kind, String key, Setting value) {
    if (!(layer.entries().get(kind) instanceof Setting.Group of)) {
      throw value.origin().error("that layer is no " + Quoted.of(kind));
    }
    return layer.with(kind, of.with(key, value));
  }
}
