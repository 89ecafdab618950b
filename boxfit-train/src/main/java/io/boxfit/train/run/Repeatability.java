package io.boxfit.train.run;

import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.RecipeYaml;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a run that is trained again can be expected to give the same weights, bit for bit.
 *
 * <p>JDK and number of threads are no matter: every sum has its fixed order. The kernels of the
 * engine are: which of them compute depends on its version and on the processor.
 */
public final class Repeatability {
  private final List<String> differences = new ArrayList<>();

  private Repeatability() {}

  /**
   * What stands against equal weights.
   *
   * @param then the run
   * @param recipe of the run, as it is read here
   * @param data that the recipe gives here
   * @param version of Boxfit here
   * @return one line each; empty where equal weights are promised
   */
  public static List<String> differences(
      RunRecord then, Recipe recipe, TrainingData data, String version) {
    Engine.start();
    Repeatability found = new Repeatability();
    Map<String, String> versions = Machine.versions(version);
    for (String key : List.of("boxfit", "engine")) {
      found.compare(key, of(then.versions(), key), versions.get(key));
    }
    Map<String, String> machine = Machine.facts();
    for (String key : List.of("os", "arch", "instructions", "OPENBLAS_CORETYPE")) {
      found.compare(key, of(then.machine(), key), machine.get(key));
    }
    found.compare("recipe's digest", then.recipeDigest(), RecipeYaml.digest(recipe));
    found.compare("letters' digest", then.dataDigest(), data.digest());
    return List.copyOf(found.differences);
  }

  private static String of(Map<String, String> facts, String key) {
    return facts == null ? null : facts.get(key);
  }

  private void compare(String what, String before, String now) {
    if (!Objects.equals(before, now)) {
      differences.add(what + ": " + orNone(before) + " then, " + orNone(now) + " now");
    }
  }

  private static String orNone(String value) {
    return value == null ? "none" : value;
  }
}
