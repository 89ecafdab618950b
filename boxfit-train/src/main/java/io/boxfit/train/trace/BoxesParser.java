package io.boxfit.train.trace;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.box.Box;
import io.boxfit.model.setting.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Lists of boxes within an event. */
final class BoxesParser {
  private BoxesParser() {}

  /** At least one. */
  static List<Box> boxes(EventFields fields, String field) {
    JsonNode list = fields.required(field);
    if (!list.isArray() || list.isEmpty()) {
      throw fields.refusal(field, "is not a list of boxes, or is empty");
    }
    List<Box> boxes = new ArrayList<>(list.size());
    for (JsonNode box : list) {
      boxes.add(box(fields, field + "[" + boxes.size() + "]", box));
    }
    return List.copyOf(boxes);
  }

  /** As many as stand in another field, in the same order. */
  static List<Box> beside(EventFields fields, String field, String otherField, List<Box> other) {
    List<Box> boxes = boxes(fields, field);
    if (boxes.size() != other.size()) {
      throw fields.refusal(
          field, "has " + boxes.size() + " boxes, '" + otherField + "' has " + other.size());
    }
    return boxes;
  }

  private static Box box(EventFields fields, String name, JsonNode box) {
    if (box.isArray() && box.size() == 4) {
      return new Box(
          fields.number(box.get(0), name),
          fields.number(box.get(1), name),
          fields.number(box.get(2), name),
          fields.number(box.get(3), name));
    }
    if (!box.isObject()) {
      throw fields.refusal(
          name,
          "is "
              + Quoted.of(box.toString())
              + "; write [xMin, yMin, xMax, yMax], or an object of these four");
    }
    EventFields sides = new EventFields(box, fields.where() + ": " + name);
    return new Box(
        sides.number("xMin"), sides.number("yMin"), sides.number("xMax"), sides.number("yMax"));
  }
}
