package io.boxfit.model.recipe;

import io.boxfit.core.text.NearestName;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of one sealed interface by the names that recipe files use: the class's own name in
 * lower camel case, without the interface's name at its end ({@code conv2d}, {@code adamW}, {@code
 * coarseToFine}).
 */
final class Kinds<T> {
  private final String family;
  private final Map<String, Class<? extends T>> byName = new LinkedHashMap<>();

  private Kinds(Class<T> family) {
    this.family = lower(family.getSimpleName());
    addKinds(family, family);
  }

  /** Records, also those of sealed interfaces below the family's. */
  private void addKinds(Class<T> family, Class<?> parent) {
    for (Class<?> kind : parent.getPermittedSubclasses()) {
      if (kind.isRecord()) {
        byName.put(name(family, kind), kind.asSubclass(family));
      } else {
        addKinds(family, kind);
      }
    }
  }

  static <T> Kinds<T> of(Class<T> family) {
    return new Kinds<>(family);
  }

  /** Every name, in the order of the permits clauses. */
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The name of one kind. */
  static String name(Class<?> family, Class<?> kind) {
    String name = kind.getSimpleName();
    if (name.endsWith(family.getSimpleName())) {
      name = name.substring(0, name.length() - family.getSimpleName().length());
    }
    return lower(name.replace("ReLU", "Relu").replaceAll("(\\d)D", "$1d"));
  }

  /**
   * The record with this name.
   *
   * @param name as written
   * @param written where an error is reported
   * @param where the key that names it, for the error
   */
  Class<? extends T> named(String name, Setting written, String where) {
    Class<? extends T> kind = byName.get(name);
    if (kind == null) {
      throw written
          .origin()
          .error(
              where
                  + ": unknown "
                  + family
                  + " "
                  + Quoted.of(name)
                  + ", did you mean '"
                  + NearestName.of(name, byName.keySet())
                  + "'?");
    }
    return kind;
  }

  private static String lower(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
