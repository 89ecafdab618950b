package io.boxfit.model.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tree of what was written, before anybody asks what it means; every value knows its place. */
public sealed interface Setting {

  /** Where it was written. */
  Origin origin();

  /** For "must be ..., got ...". */
  String described();

  /**
   * One value.
   *
   * @param text as written, without quotes
   * @param quoted whether it stood in quotes, and so is no number and no truth value
   */
  record Scalar(String text, boolean quoted, Origin origin) implements Setting {

    /** Whether nothing stands there. */
    public boolean isNothing() {
      return !quoted && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String described() {
      return isNothing() ? "nothing" : (quoted ? "the text " : "") + Quoted.of(text);
    }
  }

  /** Values in order. */
  record Listing(List<Setting> items, Origin origin) implements Setting {

    /** Copies the list. */
    public Listing {
      items = List.copyOf(items);
    }

    @Override
    public String described() {
      return "a list";
    }
  }

  /** Values by key, in the order in which they were written. */
  record Group(Map<String, Setting> entries, Origin origin) implements Setting {

    /** Copies the map. */
    public Group {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /** This group with one entry replaced, or added at the end. */
    public Group with(String key, Setting value) {
      Map<String, Setting> changed = new LinkedHashMap<>(entries);
      changed.put(key, value);
      return new Group(changed, origin);
    }

    /** This group without an entry. */
    public Group without(String key) {
      Map<String, Setting> changed = new LinkedHashMap<>(entries);
      changed.remove(key);
      return new Group(changed, origin);
    }

    @Override
    public String described() {
      return "a group of keys";
    }
  }

  /**
   * The tree of a structure of maps, lists, strings, numbers and truth values, as a JSON reader
   * gives it.
   */
  static Setting of(Object value, Origin origin) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Setting> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), of(entry, origin)));
      return new Group(entries, origin);
    }
    if (value instanceof List<?> list) {
      List<Setting> items = new ArrayList<>();
      list.forEach(item -> items.add(of(item, origin)));
      return new Listing(items, origin);
    }
    return new Scalar(value == null ? "" : value.toString(), value instanceof String, origin);
  }
}
