package io.boxfit.model.setting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a structure of maps, lists, strings, numbers and truth values as YAML: keys of the first
 * two levels and items of lists one a line, everything deeper within braces. Equal structures give
 * equal text on every machine.
 */
public final class YamlText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");
  private static final Set<String> NOT_PLAIN = Set.of("null", "true", "false");

  private YamlText() {}

  /** The text, ending with a line feed. */
  public static String write(Map<String, Object> root) {
    StringBuilder text = new StringBuilder();
    root.forEach((key, value) -> entry(text, key, value));
    return text.toString();
  }

  private static void entry(StringBuilder text, String key, Object value) {
    text.append(string(key)).append(':');
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      text.append('\n');
      map.forEach((k, v) -> text.append("  ").append(pair(k, v)).append('\n'));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      text.append('\n');
      list.forEach(item -> text.append("  - ").append(flow(item)).append('\n'));
    } else {
      text.append(' ').append(flow(value)).append('\n');
    }
  }

  private static String pair(Object key, Object value) {
    return string(key.toString()) + ": " + flow(value);
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> pair(entry.getKey(), entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Double number) {
      return Decimal.text(number);
    }
    return value instanceof String string ? string(string) : value.toString();
  }

  private static String string(String text) {
    if (PLAIN.matcher(text).matches() && !NOT_PLAIN.contains(text)) {
      return text;
    }
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    if (c < ' ' || c > '~') {
      return String.format("\\U%08x", c);
    }
    return (c == '"' || c == '\\' ? "\\" : "") + (char) c;
  }
}
