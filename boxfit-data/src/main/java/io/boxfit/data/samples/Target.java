package io.boxfit.data.samples;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.text.NearestName;
import io.boxfit.data.annotation.LabelledBox;
import java.util.List;
import java.util.Optional;

/**
 * Which object of a picture is to be found.
 *
 * @param rule how one is chosen among several
 * @param label only objects that are called so count; empty: all
 */
public record Target(Rule rule, Optional<String> label) {
  private static final String LABEL = "label=";

  /** How one is chosen among several. */
  public enum Rule {
    /** The one of the largest area; of equal ones the first. */
    LARGEST("largest"),
    /** The first in the annotation. */
    FIRST("first"),
    /** Pictures with exactly one object count, others are left out. */
    ONLY("only"),
    /** The box around all objects. */
    UNION("union");

    private final String key;

    Rule(String key) {
      this.key = key;
    }
  }

  /**
   * The target of that name: {@code largest}, {@code first}, {@code only}, {@code union}, or {@code
   * label=NAME}, which is the largest of those.
   *
   * @throws BadInputException if there is none; names the nearest
   */
  public static Target parse(String text) {
    if (text.startsWith(LABEL) && text.length() > LABEL.length()) {
      return new Target(Rule.LARGEST, Optional.of(text.substring(LABEL.length())));
    }
    for (Rule rule : Rule.values()) {
      if (rule.key.equals(text)) {
        return new Target(rule, Optional.empty());
      }
    }
    List<String> keys = List.of("largest", "first", "only", "union", "label=NAME");
    throw new BadInputException(
        "unknown target '"
            + text
            + "': did you mean '"
            + NearestName.of(text, keys)
            + "'? Targets are "
            + String.join(", ", keys)
            + ".");
  }

  /** Whether a picture with these objects shows no target at all. */
  boolean isAbsent(List<LabelledBox> objects) {
    return objects.stream()
        .noneMatch(object -> label.isEmpty() || label.get().equals(object.label()));
  }

  /** The target among a picture's objects; empty where there is none. */
  public Optional<Box> of(List<LabelledBox> objects) {
    List<Box> boxes =
        objects.stream()
            .filter(object -> label.isEmpty() || label.get().equals(object.label()))
            .map(LabelledBox::box)
            .toList();
    return switch (rule) {
      case LARGEST -> largest(boxes);
      case FIRST -> boxes.stream().findFirst();
      case ONLY -> boxes.size() == 1 ? Optional.of(boxes.get(0)) : Optional.empty();
      case UNION -> boxes.stream().reduce(Target::union);
    };
  }

  private static Optional<Box> largest(List<Box> boxes) {
    return boxes.stream().reduce((a, b) -> b.area() > a.area() ? b : a);
  }

  private static Box union(Box a, Box b) {
    return new Box(
        Math.min(a.xMin(), b.xMin()),
        Math.min(a.yMin(), b.yMin()),
        Math.max(a.xMax(), b.xMax()),
        Math.max(a.yMax(), b.yMax()));
  }
}
