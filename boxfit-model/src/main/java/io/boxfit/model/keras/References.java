package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;
import java.util.ArrayList;
import java.util.List;

/**
 * Which layers' outputs something takes, in order: {@code ["conv", 0, 0]} in Keras 2, {@code
 * {"keras_history": ["conv", 0, 0]}} within the arguments of a call in Keras 3.
 */
final class References {
  private References() {}

  static List<String> of(JsonNode written) {
    List<String> names = new ArrayList<>();
    collect(written, names);
    return List.copyOf(names);
  }

  private static void collect(JsonNode written, List<String> names) {
    boolean reference =
        written.size() >= 3
            && written.path(0).isTextual()
            && written.path(1).isInt()
            && written.path(2).isInt();
    if (reference) {
      if (written.get(2).intValue() != 0) {
        throw new BadInputException(
            "layer "
                + Quoted.of(written.get(0).textValue())
                + " gives several outputs, which is not read");
      }
      names.add(written.get(0).textValue());
      written = written.path(3);
    }
    written.forEach(part -> collect(part, names));
  }
}
