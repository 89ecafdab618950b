package io.boxfit.model.recipe;

import io.boxfit.core.text.NearestName;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import io.boxfit.model.setting.SettingFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The recipes and networks that come with Boxfit. */
final class Resources {
  static final List<String> RECIPES =
      List.of("reliable", "reliable-long", "photographs", "article");
  private static final List<String> NETWORKS =
      List.of(
          "article",
          "article-half",
          "coarse-to-fine",
          "coarse-to-fine-strips",
          "photographs",
          "photographs-resnet18");
  private static final List<String> AUGMENTATIONS = List.of("none", "light", "strong", "overhead");

  private Resources() {}

  static Setting recipe(String name, Origin asked) {
    return named("recipe", name, RECIPES, asked);
  }

  static Setting network(String name, Origin asked) {
    return named("network", name, NETWORKS, asked);
  }

  static Setting augmentation(String name, Origin asked) {
    return named("augmentation", name, AUGMENTATIONS, asked);
  }

  private static Setting named(String what, String name, List<String> known, Origin asked) {
    if (!known.contains(name)) {
      throw asked.error(
          "unknown "
              + what
              + " "
              + Quoted.of(name)
              + NearestName.near(name, known)
                  .map(near -> ", did you mean '" + near + "'?")
                  .orElse("; known are " + String.join(", ", known)));
    }
    return SettingFile.parse(text(what, name), Origin.builtIn(name + ".yaml"));
  }

  /** What the file of a known name holds. */
  static String text(String what, String name) {
    String file = "/" + what + "s/" + name + ".yaml";
    try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
