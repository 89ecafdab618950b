package io.boxfit.app.report;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with places {@code {{name}}} to fill. */
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private Template() {}

  /** In one pass: what is filled in may itself look like a place. */
  static String fill(String template, Map<String, String> values) {
    return PLACE
        .matcher(template)
        .replaceAll(
            place -> {
              String value = values.get(place.group(1));
              if (value == null) {
                throw new IllegalStateException("nothing to fill in for " + place.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** A text on the class path; a name without a leading slash lies beside this class. */
  static String resource(String name) {
    try (InputStream input = Template.class.getResourceAsStream(name)) {
      if (input == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report cannot be built: " + e.getMessage(), e);
    }
  }
}
