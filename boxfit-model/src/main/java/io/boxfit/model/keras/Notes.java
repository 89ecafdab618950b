package io.boxfit.model.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was left out of a model, gathered so that a hundred layers make one line. */
final class Notes {
  private static final int NAMED = 3;

  private final Map<String, List<String>> layers = new LinkedHashMap<>();

  /** Something about the model. */
  void say(String what) {
    layers.putIfAbsent(what, new ArrayList<>());
  }

  /** Something about one layer. */
  void say(String what, String layer) {
    layers.computeIfAbsent(what, key -> new ArrayList<>()).add("'" + layer + "'");
  }

  List<String> lines() {
    return layers.entrySet().stream().map(e -> line(e.getKey(), e.getValue())).toList();
  }

  private static String line(String what, List<String> names) {
    if (names.isEmpty()) {
      return what;
    }
    int more = names.size() - NAMED;
    String listed = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    return what + ": " + listed + (more > 0 ? " and " + more + " more" : "");
  }
}
