package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The layers of a Sequential or Functional model, also of one within another. */
final class GraphReader {
  private static final Set<String> CHAINS = Set.of("Sequential");
  private static final Set<String> GRAPHS = Set.of("Functional", "Model");

  /** More than any model that takes a picture and gives a box. */
  private static final int MOST = 2000;

  private static final int NAMED = 5;

  private final NodeList nodes;
  private final Starts starts;
  private final Notes notes;

  GraphReader(NodeList nodes, Starts starts, Notes notes) {
    this.nodes = nodes;
    this.starts = starts;
    this.notes = notes;
  }

  /** Whether layers can be read from a model of this class. */
  static boolean isModel(String kind) {
    return CHAINS.contains(kind) || GRAPHS.contains(kind);
  }

  /** The layers of a model, in the file's order. Before Keras 2.2.3 a chain was a plain list. */
  static JsonNode layers(JsonNode model) {
    JsonNode config = model.path("config");
    return config.isArray() ? config : config.path("layers");
  }

  /**
   * Adds a model's layers.
   *
   * @param prefix of their names
   * @param input node that the model is called with
   * @return the node that gives its output
   */
  String read(JsonNode model, String prefix, String input) {
    return CHAINS.contains(model.path("class_name").asText())
        ? chain(model, prefix, input)
        : graph(model, prefix, input);
  }

  /**
   * Refuses a model that takes more than a picture or gives more than a box.
   *
   * @throws BadInputException naming its inputs or outputs
   */
  static void requireOneInputAndOutput(JsonNode model) {
    if (GRAPHS.contains(model.path("class_name").asText())) {
      JsonNode config = model.path("config");
      only("input", References.of(config.path("input_layers")), model);
      only("output", References.of(config.path("output_layers")), model);
    }
  }

  private String chain(JsonNode model, String prefix, String input) {
    String last = input;
    for (JsonNode layer : layers(model)) {
      last = layer(layer, prefix, List.of(last));
    }
    return last;
  }

  private String graph(JsonNode model, String prefix, String input) {
    JsonNode config = model.path("config");
    if (layers(model).size() > MOST) {
      throw new BadInputException("has more than 2,000 layers");
    }
    String start = only("input", References.of(config.path("input_layers")), model);
    String end = only("output", References.of(config.path("output_layers")), model);
    Map<String, String> given = new HashMap<>(Map.of(start, input));
    List<JsonNode> waiting = new ArrayList<>();
    layers(model).forEach(waiting::add);
    waiting.removeIf(layer -> given.containsKey(name(layer)));
    while (addReady(waiting, prefix, given)) {
      // A layer may stand before one that it takes: once more for those that had to wait.
    }
    if (!given.containsKey(end)) {
      throw new BadInputException(
          "its output " + Quoted.of(end) + " cannot be reached from its input by whole layers");
    }
    return given.get(end);
  }

  /** Whether a layer was added. */
  private boolean addReady(List<JsonNode> waiting, String prefix, Map<String, String> given) {
    boolean added = false;
    for (Iterator<JsonNode> all = waiting.iterator(); all.hasNext(); ) {
      JsonNode layer = all.next();
      JsonNode calls = layer.path("inbound_nodes");
      List<String> from = References.of(calls);
      if (calls.size() > 1) {
        throw new BadInputException(
            "layer "
                + Quoted.of(name(layer))
                + ": is called more than once; shared layers are not read");
      }
      if (given.keySet().containsAll(from) && !from.isEmpty()) {
        given.put(name(layer), layer(layer, prefix, from.stream().map(given::get).toList()));
        all.remove();
        added = true;
      }
    }
    return added;
  }

  private String layer(JsonNode layer, String prefix, List<String> inputs) {
    ClassName kind = ClassName.of(layer);
    String name = prefix + name(layer);
    String where = "layer " + Quoted.of(name) + " (" + Quoted.cut(kind.name()) + ")";
    if (kind.name().equals("InputLayer")) {
      return inputs.get(0);
    }
    if (isModel(kind.name()) && inputs.size() == 1) {
      return read(layer, name + "/", inputs.get(0));
    }
    Fields config = new Fields(layer.path("config"), where);
    leaveOut(config.node(), name);
    try {
      return LayerKinds.add(new Call(kind, name, config, inputs, nodes, starts, notes));
    } catch (BadInputException e) {
      throw e.getMessage().startsWith(where) ? e : config.error(e.getMessage());
    }
  }

  private void leaveOut(JsonNode config, String name) {
    config.forEachEntry(
        (key, value) -> {
          if ((key.endsWith("_regularizer") || key.endsWith("_constraint")) && !value.isNull()) {
            notes.say(key + " left out", name);
          }
        });
    if (!config.path("trainable").asBoolean(true)) {
      notes.say("frozen in the file, learns here", name);
    }
  }

  private static String only(String what, List<String> names, JsonNode model) {
    if (names.size() != 1) {
      List<String> described =
          names.stream().limit(NAMED).map(name -> described(name, model)).toList();
      throw new BadInputException(
          "has "
              + names.size()
              + " "
              + what
              + "s: "
              + String.join(", ", described)
              + (names.size() > NAMED ? ", ..." : "")
              + (what.equals("output")
                  ? "; which is the box? Save keras.Model(model.input, THE_BOX) alone"
                  : "; Boxfit's networks take the picture alone"));
    }
    return names.get(0);
  }

  private static String described(String name, JsonNode model) {
    for (JsonNode layer : layers(model)) {
      JsonNode units = layer.path("config").path("units");
      if (name(layer).equals(name) && units.isInt()) {
        return Quoted.of(name) + " (" + units.intValue() + " numbers)";
      }
    }
    return Quoted.of(name);
  }

  static String name(JsonNode layer) {
    JsonNode own = layer.path("name");
    JsonNode name = own.isTextual() ? own : layer.path("config").path("name");
    return name.isTextual() ? name.textValue() : layer.path("class_name").asText("layer");
  }
}
