package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.layer.Shape;
import io.boxfit.model.network.Input;
import io.boxfit.model.network.Network;
import io.boxfit.model.setting.Quoted;
import java.util.List;

/** The JSON of a model into values. */
final class ModelReader {
  private ModelReader() {}

  /**
   * The model.
   *
   * @param model its object, with {@code class_name} and {@code config}
   * @param compiled with {@code optimizer} or {@code optimizer_config}, and {@code loss}; may be
   *     missing
   */
  static KerasModel read(JsonNode model, JsonNode compiled) {
    String kind = model.path("class_name").asText();
    if (kind.isEmpty()) {
      throw new BadInputException("has no class_name, so it describes no Keras model");
    }
    if (!GraphReader.isModel(kind)) {
      throw new BadInputException(
          "is a "
              + Quoted.cut(kind)
              + ", not a Sequential or Functional model: what it computes is Python code, which is"
              + " never executed");
    }
    GraphReader.requireOneInputAndOutput(model);
    Notes notes = new Notes();
    Starts starts = Starts.of(model);
    Input input = InputSize.of(model);
    NodeList nodes = new NodeList(input);
    String last = new GraphReader(nodes, starts, notes).read(model, "", Network.IMAGE);
    noteMetrics(compiled, notes);
    addHead(nodes, last, notes);
    JsonNode optimizer =
        compiled.has("optimizer_config")
            ? compiled.path("optimizer_config")
            : compiled.path("optimizer");
    return new KerasModel(
        new Network(input, nodes.nodes()),
        starts.kernel(),
        starts.bias(),
        Optimizers.read(optimizer, notes),
        Losses.loss(compiled.path("loss"), notes),
        notes.lines());
  }

  /** Keras's accuracy of four numbers compares which of them is the largest. */
  private static void noteMetrics(JsonNode compiled, Notes notes) {
    String metrics = compiled.path("metrics") + " " + compiled.path("weighted_metrics");
    if (metrics.contains("\"accuracy\"") || metrics.contains("\"acc\"")) {
      notes.say(
          "its metric 'accuracy' counts pictures where the same of the four numbers is the largest;"
              + " of boxes it says nothing");
    }
  }

  private static void addHead(NodeList nodes, String last, Notes notes) {
    Shape shape = nodes.shape(last);
    if (!shape.equals(Shape.of(4))) {
      throw new BadInputException(
          "the last layer '"
              + last
              + "' gives "
              + shape
              + (shape.rank() == 1
                  ? " numbers, a box needs 4"
                  : " numbers (channels x height x width), a box needs 4; is a Flatten missing?"));
    }
    String head =
        nodes.add(
            "box",
            new BoxHead(BoxFormat.XYXY, BoxUnit.RELATIVE),
            List.of(last),
            "the network's end");
    notes.say(
        "no model file tells what the four numbers mean: they are read as left, top, right, bottom"
            + " in shares of the picture; another reading by --set network."
            + head
            + ".boxHead.format=cxcywh (xyxy, xywh, ...) and --set network."
            + head
            + ".boxHead.unit=pixels");
  }
}
