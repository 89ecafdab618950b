package io.boxfit.doctor.table;

import io.boxfit.model.setting.Quoted;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How much of an id counts where two programs wrote the ids of the same pictures. */
enum IdSpelling {
  /** All of it. */
  WHOLE,
  /** What stands behind the last slash. */
  NAME,
  /** The same, in upper or lower case. */
  NAME_IN_ANY_CASE,
  /** The same without the ending of a file. */
  STEM_IN_ANY_CASE;

  /** The strictest under which both sides have the same ids, each once. */
  static Optional<IdSpelling> common(List<String> some, List<String> others) {
    return Stream.of(values())
        .filter(
            spelling -> {
              Set<String> told = spelling.distinct(some);
              return told.size() == some.size()
                  && some.size() == others.size()
                  && told.equals(spelling.distinct(others));
            })
        .findFirst();
  }

  /** What a user who wrote other ids than these should know; empty where all of them counts. */
  Optional<String> remark(String predicted, List<String> truths) {
    if (this == WHOLE) {
      return Optional.empty();
    }
    return truths.stream()
        .filter(id -> of(id).equals(of(predicted)))
        .findFirst()
        .map(
            id ->
                "Rows are paired by the names of their files: "
                    + Quoted.of(predicted)
                    + " is taken for "
                    + Quoted.of(id)
                    + ".");
  }

  /** The part of an id that counts. */
  String of(String id) {
    return switch (this) {
      case WHOLE -> id;
      case NAME -> name(id);
      case NAME_IN_ANY_CASE -> name(id).toLowerCase(Locale.ROOT);
      case STEM_IN_ANY_CASE -> stem(name(id).toLowerCase(Locale.ROOT));
    };
  }

  private Set<String> distinct(List<String> ids) {
    Set<String> distinct = new HashSet<>();
    ids.forEach(id -> distinct.add(of(id)));
    return distinct;
  }

  private static String name(String id) {
    return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('\\')) + 1);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
