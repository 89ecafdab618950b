package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import io.boxfit.model.Default;
import io.boxfit.model.setting.Origin;
import io.boxfit.model.setting.Quoted;
import io.boxfit.model.setting.Setting;
import io.boxfit.model.setting.SettingText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A group of keys into a record: keys are its components, {@link Default} fills what is left. */
final class RecordReader {
  private RecordReader() {}

  /**
   * The record.
   *
   * @param prefix what stands before a key's name in errors, for example {@code "data."}
   */
  static <T> T read(Class<T> type, Setting.Group group, String prefix) {
    return read(type, group, prefix, Map.of());
  }

  /**
   * The record.
   *
   * @param made components that need more than their key to be made
   */
  static <T> T read(Class<T> type, Setting.Group group, String prefix, Map<String, Object> made) {
    RecordComponent[] components = type.getRecordComponents();
    requireKnown(group, names(type), prefix);
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      String name = components[i].getName();
      types[i] = components[i].getType();
      values[i] = made.containsKey(name) ? made.get(name) : value(components[i], group, prefix);
    }
    return create(type, types, values, group, prefix);
  }

  /** The keys that a record's group may hold. */
  static Set<String> names(Class<?> type) {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(type.getRecordComponents()).forEach(c -> names.add(c.getName()));
    return names;
  }

  /** Refuses keys that a record does not have. */
  static void requireKnown(Setting.Group group, Collection<String> known, String prefix) {
    for (Map.Entry<String, Setting> entry : group.entries().entrySet()) {
      String key = entry.getKey();
      if (!known.contains(key)) {
        int path = prefix.lastIndexOf(' ') + 1;
        String where = prefix.substring(0, path) + "unknown key ";
        String parents = prefix.substring(path);
        throw entry
            .getValue()
            .origin()
            .error(
                where
                    + Quoted.of(parents + key)
                    + (known.isEmpty()
                        ? ", there are none here"
                        : ", did you mean '" + parents + NearestName.of(key, known) + "'?"));
      }
    }
  }

  /** A key that must be there. */
  static Setting required(Setting.Group group, String key, String prefix) {
    Setting setting = group.entries().get(key);
    if (setting == null) {
      throw group.origin().error(prefix + key + " is missing");
    }
    return setting;
  }

  private static Object value(RecordComponent component, Setting.Group group, String prefix) {
    Setting setting = group.entries().get(component.getName());
    Default left = component.getAnnotation(Default.class);
    if (setting == null && left != null) {
      Optional<Setting> standard = SettingText.read(left.value(), Origin.NOWHERE);
      if (standard.isEmpty()) {
        return Optional.empty();
      }
      setting = standard.get();
    }
    if (setting == null) {
      setting = required(group, component.getName(), prefix);
    }
    return ValueReader.read(component.getGenericType(), setting, prefix + component.getName());
  }

  private static <T> T create(
      Class<T> type, Class<?>[] types, Object[] values, Setting.Group group, String prefix) {
    try {
      return type.getConstructor(types).newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof BadInputException bad) {
        String message = bad.getMessage();
        String full = message.startsWith(prefix) ? message : prefix + message;
        throw Blame.origin(group, message).error(full, bad);
      }
      throw new IllegalStateException("cannot make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + type, e);
    }
  }
}
