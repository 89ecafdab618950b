package io.boxfit.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Figures;
import io.boxfit.bench.figures.Side;

/** The results as one JSON document; {@code docs/benchmarks.md} explains its keys. */
public final class ResultsJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ResultsJson() {}

  /** The document, with a line break at its end. */
  public static String of(Results results) {
    ObjectNode document = MAPPER.createObjectNode();
    document.put("command", results.command());
    ObjectNode machine = document.putObject("machine");
    results.machine().forEach(machine::put);
    ArrayNode comparisons = document.putArray("comparisons");
    results.comparisons().forEach(comparison -> comparisons.add(node(comparison)));
    ArrayNode notes = document.putArray("notes");
    results.notes().forEach(notes::add);
    try {
      return MAPPER.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree is always JSON", e);
    }
  }

  private static ObjectNode node(Comparison comparison) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("key", comparison.key());
    node.put("what", comparison.what());
    node.put("unit", comparison.unit());
    node.put("better", comparison.better().key());
    node.set("ours", node(comparison.ours()));
    comparison.theirs().ifPresent(side -> node.set("theirs", node(side)));
    comparison.ratio().ifPresent(ratio -> put(ratio, node.putObject("ratio")));
    return node;
  }

  private static ObjectNode node(Side side) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("name", side.name());
    put(side.figures(), node);
    ArrayNode rounds = node.putArray("rounds");
    side.rounds().forEach(rounds::add);
    return node;
  }

  private static void put(Figures figures, ObjectNode node) {
    node.put("min", figures.min());
    node.put("median", figures.median());
    node.put("max", figures.max());
  }
}
