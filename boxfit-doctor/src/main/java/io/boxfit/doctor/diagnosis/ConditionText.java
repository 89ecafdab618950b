package io.boxfit.doctor.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What there is to say about a condition.
 *
 * @param title a few words
 * @param explanation what it is and how it comes about, some sentences
 * @param rules when the doctor says so, with thresholds and where they come from; one is enough
 * @param remedies what to do
 */
public record ConditionText(
    String title, String explanation, List<String> rules, Remedies remedies) {
  private static final Map<Condition, ConditionText> ALL = load();

  /** Copies the list. */
  public ConditionText {
    rules = List.copyOf(rules);
  }

  /** The text of a condition. */
  public static ConditionText of(Condition condition) {
    return ALL.get(condition);
  }

  private static Map<Condition, ConditionText> load() {
    try (InputStream in = ConditionText.class.getResourceAsStream("conditions.yaml")) {
      Map<?, ?> tree = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(in);
      Map<Condition, ConditionText> all = new EnumMap<>(Condition.class);
      for (Condition condition : Condition.values()) {
        all.put(condition, text(condition.code(), (Map<?, ?>) tree.get(condition.code())));
      }
      if (tree.size() != all.size()) {
        throw new IllegalStateException("conditions.yaml speaks of conditions that there are not");
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConditionText text(String code, Map<?, ?> row) {
    if (row == null) {
      throw new IllegalStateException("conditions.yaml says nothing about " + code);
    }
    return new ConditionText(
        word(code, row, "title"),
        word(code, row, "explanation"),
        words(code, row, "rule"),
        new Remedies(
            word(code, row, "boxfit"), word(code, row, "keras"), word(code, row, "pytorch")));
  }

  private static List<String> words(String code, Map<?, ?> row, String key) {
    if (!(row.get(key) instanceof List<?> texts) || texts.isEmpty()) {
      throw new IllegalStateException("conditions.yaml: " + code + " has no list of " + key);
    }
    return texts.stream().map(text -> String.valueOf(text).strip()).toList();
  }

  private static String word(String code, Map<?, ?> row, String key) {
    if (!(row.get(key) instanceof String text) || text.isBlank()) {
      throw new IllegalStateException("conditions.yaml: " + code + " has no " + key);
    }
    return text.strip();
  }
}
