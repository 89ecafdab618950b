package io.boxfit.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the two kinds of JSON arrays (RFC 8259) that a model's metadata hold: of strings only and
 * of numbers only. A whole JSON library would be the third dependency of everybody who embeds this.
 */
final class JsonArray {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  /** Stands for the end of the text. */
  private static final char END = '\uFFFF';

  private final String text;
  private int next;

  private JsonArray(String text) {
    this.text = text;
  }

  /**
   * @throws IllegalArgumentException if the text is not an array of strings
   */
  static List<String> strings(String text) {
    return new JsonArray(text).read(JsonArray::string);
  }

  /**
   * @throws IllegalArgumentException if the text is not an array of numbers
   */
  static List<Double> numbers(String text) {
    return new JsonArray(text).read(JsonArray::number);
  }

  private interface Element<T> {
    T readFrom(JsonArray array);
  }

  private <T> List<T> read(Element<T> element) {
    List<T> values = new ArrayList<>();
    expect('[');
    if (peek() == ']') {
      next++;
    } else {
      values.add(element.readFrom(this));
      while (peek() == ',') {
        next++;
        values.add(element.readFrom(this));
      }
      expect(']');
    }
    if (peek() != END || next < text.length()) {
      throw unexpected();
    }
    return values;
  }

  private Double number() {
    peek();
    int start = next;
    while (next < text.length() && "+-.eE0123456789".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    String number = text.substring(start, next);
    if (!NUMBER.matcher(number).matches()) {
      next = start;
      throw unexpected();
    }
    return Double.valueOf(number);
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (next < text.length() && text.charAt(next) != '"') {
      char c = text.charAt(next);
      if (c < ' ') {
        throw unexpected();
      }
      next++;
      value.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return value.toString();
  }

  private char escaped() {
    if (next == text.length()) {
      throw unexpected();
    }
    char c = text.charAt(next++);
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> {
        next--;
        throw unexpected();
      }
    };
  }

  private char unicode() {
    int value = 0;
    for (int end = next + 4; next < end; next++) {
      int digit = next < text.length() ? Character.digit(text.charAt(next), 16) : -1;
      if (digit < 0) {
        throw unexpected();
      }
      value = value * 16 + digit;
    }
    return (char) value;
  }

  /** The next character that is not white space, without taking it. */
  private char peek() {
    while (next < text.length() && " \t\r\n".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    return next < text.length() ? text.charAt(next) : END;
  }

  private void expect(char wanted) {
    if (peek() != wanted) {
      throw unexpected();
    }
    next++;
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException(
        next < text.length()
            ? "unexpected '" + text.charAt(next) + "' at position " + next
            : "it ends too early");
  }
}
