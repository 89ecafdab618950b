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
  static final List<String> RECIPES = List.of("reliable", "reliable-long");
  private static final List<String> NETWORKS = List.of("coarse-to-fine");

  private Resources() {}

  static Setting recipe(String name, Origin asked) {
    return named("recipe", name, RECIPES, asked);
  }

  static Setting network(String name, Origin asked) {
    return named("network", name, NETWORKS, asked);
  }

  private static Setting named(String what, String name, List<String> known, Origin asked) {
    if (!known.contains(name)) {
      throw asked.error(
          "unknown "
              + what
              + " "
              + Quoted.of(name)
              + ", did you mean '"
              + NearestName.of(name, known)
              + "'?");
    }
    String file = "/" + what + "s/" + name + ".yaml";
    try (InputStream in = Objects.requireNonNull(Resources.class.getResourceAsStream(file), file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return SettingFile.parse(text, Origin.builtIn(name + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
