package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonArrayTest {
  @Test
  void readsStrings() {
    assertEquals(List.of(), JsonArray.strings(" [ ] "));
    assertEquals(List.of("letter"), JsonArray.strings("[\"letter\"]"));
    assertEquals(
        List.of("a,b", " ", "\"\\/\b\f\n\r\t", "\u00e9\u00e9"),
        JsonArray.strings("[\"a,b\" ,\n\" \", \"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"\u00e9\\u00E9\"]"));
  }

  @Test
  void readsNumbers() {
    assertEquals(List.of(), JsonArray.numbers("[]"));
    assertEquals(List.of(0.0, -1.5, 2e3, 0.25), JsonArray.numbers("[0, -1.5,2E+3,\t25e-2]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "]",
        "[\"a\"",
        "[\"a\",]",
        "[,\"a\"]",
        "[\"a\" \"b\"]",
        "[\"a\"] x",
        "[\"a]",
        "[a]",
        "[1]",
        "[\"\\x\"]",
        "[\"\\u12g4\"]",
        "[\"\\u12",
        "[\"\\",
        "[\"\n\"]",
        "[\"a\"]\uFFFF",
        "[null]"
      })
  void refusesWhatIsNoArrayOfStrings(String text) {
    assertThrows(IllegalArgumentException.class, () -> JsonArray.strings(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[1",
        "[1,]",
        "[01]",
        "[+1]",
        "[.5]",
        "[1.]",
        "[1e]",
        "[1 2]",
        "[NaN]",
        "[\"1\"]",
        "[--1]",
        "1",
        "[1]]",
        "[Infinity]",
        "[0x10]"
      })
  void refusesWhatIsNoArrayOfNumbers(String text) {
    assertThrows(IllegalArgumentException.class, () -> JsonArray.numbers(text));
  }
}
