package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.setting.Quoted;
import java.util.Locale;

/**
 * What Keras calls a thing: a name, or an object with {@code class_name} and {@code config}.
 *
 * @param name as written, a function's own name
 */
record ClassName(String name) {

  static ClassName of(JsonNode written) {
    if (!written.isObject()) {
      return new ClassName(written.asText());
    }
    String kind = written.path("class_name").asText();
    boolean function = kind.equals("function") && written.path("config").isTextual();
    return new ClassName(function ? written.path("config").asText() : kind);
  }

  /** {@code he_normal}, {@code HeNormal} and {@code Custom>HeNormal} are one. */
  String plain() {
    return name.replaceFirst("^Custom>", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  String quoted() {
    return Quoted.of(name);
  }
}
