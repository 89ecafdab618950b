package io.boxfit.model.recipe;

import io.boxfit.model.initializer.Initializer;
import io.boxfit.model.setting.Setting;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A setting into a value of whatever type a record's component has. */
final class ValueReader {
  private ValueReader() {}

  static Object read(Type type, Setting setting, String name) {
    if (type instanceof ParameterizedType generic) {
      if (generic.getRawType() == Optional.class) {
        return Optional.of(read(generic.getActualTypeArguments()[0], setting, name));
      }
      return generic.getRawType() == List.class ? sizes(setting, name) : numbers(setting, name);
    }
    Class<?> wanted = (Class<?>) type;
    if (wanted == int.class) {
      return (int) ScalarReader.whole(setting, name, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (wanted == long.class) {
      return ScalarReader.whole(setting, name, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (wanted == double.class || wanted == Double.class) {
      return ScalarReader.decimal(setting, name);
    }
    if (wanted == boolean.class) {
      return ScalarReader.flag(setting, name);
    }
    if (wanted == String.class) {
      return ScalarReader.text(setting, name);
    }
    return wanted.isEnum()
        ? ScalarReader.choice(wanted, setting, name)
        : composed(wanted, setting, name);
  }

  private static Object composed(Class<?> wanted, Setting setting, String name) {
    if (wanted.isRecord()) {
      return RecordReader.read(wanted, group(setting, name, "a group of keys"), name + ".");
    }
    return wanted == Initializer.class
        ? oneEntry(wanted, setting, name, name + ".")
        : named(wanted, setting, name);
  }

  /** {@code heNormal} or {@code randomNormal: {deviation: 0.01}}. */
  static <T> T oneEntry(Class<T> family, Setting setting, String name, String prefix) {
    if (setting instanceof Setting.Scalar) {
      String kind = ScalarReader.text(setting, name);
      Setting.Group nothing = new Setting.Group(Map.of(), setting.origin());
      return RecordReader.read(Kinds.of(family).named(kind, setting, name), nothing, prefix);
    }
    Setting.Group group = group(setting, name, "a name, or a name with its numbers");
    if (group.entries().size() != 1) {
      throw group.origin().error(name + " must have one name, got " + group.entries().size());
    }
    Map.Entry<String, Setting> entry = group.entries().entrySet().iterator().next();
    Setting numbers = entry.getValue();
    Class<? extends T> kind = Kinds.of(family).named(entry.getKey(), numbers, name);
    return RecordReader.read(kind, orNothing(numbers, prefix + entry.getKey()), prefix);
  }

  /** {@code {name: adamW, learningRate: 0.01}}. */
  private static <T> T named(Class<T> family, Setting setting, String name) {
    Setting.Group group = group(setting, name, "a name, or a group of keys with a name");
    Setting kind = RecordReader.required(group, "name", name + ".");
    String text = ScalarReader.text(kind, name + ".name");
    return RecordReader.read(
        Kinds.of(family).named(text, kind, name + ".name"), group.without("name"), name + ".");
  }

  private static Map<String, Double> numbers(Setting setting, String name) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    group(setting, name, "a group of numbers")
        .entries()
        .forEach((key, value) -> numbers.put(key, ScalarReader.decimal(value, name + "." + key)));
    return numbers;
  }

  private static List<Integer> sizes(Setting setting, String name) {
    if (!(setting instanceof Setting.Listing list)) {
      throw ScalarReader.wrong(setting, name, "a list of whole numbers");
    }
    return list.items().stream()
        .map(item -> (int) ScalarReader.whole(item, name, Integer.MIN_VALUE, Integer.MAX_VALUE))
        .toList();
  }

  /** A group; nothing at all counts as an empty one. */
  private static Setting.Group orNothing(Setting setting, String name) {
    if (setting instanceof Setting.Scalar scalar && scalar.isNothing()) {
      return new Setting.Group(Map.of(), setting.origin());
    }
    return group(setting, name, "a group of keys");
  }

  static Setting.Group group(Setting setting, String name, String wanted) {
    if (setting instanceof Setting.Group group) {
      return group;
    }
    throw ScalarReader.wrong(setting, name, wanted);
  }
}
