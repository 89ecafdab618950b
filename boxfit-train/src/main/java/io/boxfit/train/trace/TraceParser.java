package io.boxfit.train.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.core.trace.TraceEvent.LayerState;
import io.boxfit.model.setting.JsonTrouble;
import io.boxfit.model.setting.Quoted;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One line of a trace, of Boxfit or of another framework, as an event. */
final class TraceParser {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // No JSON, but what Python's json writes for numbers that are none.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final Map<String, Function<EventFields, TraceEvent>> KINDS =
      Map.of(
          "start", TraceParser::start,
          "inputs", InputsParser::inputs,
          "step", TraceParser::step,
          "probe", TraceParser::probe,
          "epoch", TraceParser::epoch,
          "end", TraceParser::end,
          "forward", LookParser::forward,
          "pull", LookParser::pull,
          "trained", LookParser::trained,
          "repeat", LookParser::repeat);

  private TraceParser() {}

  /** Whether a line is a whole JSON value; of a line cut off in the middle it is not. */
  static boolean isWhole(String line) {
    try {
      return !JSON.readTree(line).isMissingNode();
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /**
   * @param where file and line, for messages
   * @return empty where the kind is unknown: a later Boxfit or somebody's own
   * @throws BadInputException if it is no event
   */
  static Optional<TraceEvent> event(String line, String where) {
    JsonNode node = tree(line, where);
    JsonNode kind = node.path(TraceFormat.KIND);
    if (!kind.isTextual()) {
      throw new BadInputException(
          where
              + ": not a trace event: a line holds one JSON object with a text 'event', such as"
              + " {\"event\":\"step\",\"step\":1,\"loss\":0.5}");
    }
    Function<EventFields, TraceEvent> reader = KINDS.get(kind.textValue());
    return Optional.ofNullable(reader)
        .map(r -> r.apply(new EventFields(node, where + ": " + kind.textValue())));
  }

  private static JsonNode tree(String line, String where) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      // The line is known; within it the parser counts lines anew.
      JsonTrouble trouble = JsonTrouble.of(e);
      String column = trouble.column() > 0 ? ", column " + trouble.column() : "";
      throw new BadInputException(
          where + column + ": a line must hold one JSON object, and this " + trouble.words(), e);
    }
  }

  private static TraceEvent start(EventFields fields) {
    long version = fields.count(TraceFormat.VERSION_FIELD, TraceFormat.VERSION);
    if (version != TraceFormat.VERSION) {
      throw new BadInputException(
          fields.where()
              + ": trace version "
              + version
              + "; this Boxfit reads "
              + TraceFormat.VERSION
              + ": take the Boxfit that belongs to it, or record in version "
              + TraceFormat.VERSION);
    }
    String format = fields.text("boxFormat");
    if (!format.isEmpty() && !format.equals("XYXY")) {
      throw fields.refusal(
          "boxFormat",
          "is " + Quoted.of(format) + "; boxes of a trace are XYXY in pixels: convert them");
    }
    return new TraceEvent.Start(
        fields.text("framework"),
        fields.text("network"),
        fields.text("loss"),
        fields.text("optimizer"),
        "XYXY",
        fields.smallCount("imageWidth"),
        fields.smallCount("imageHeight"),
        fields.count("steps", 0),
        fields.smallCount("batchSize"),
        fields.count("samples", 0),
        fields.objects("layers").stream().map(TraceParser::described).toList());
  }

  private static TraceEvent.Layer described(EventFields fields) {
    return new TraceEvent.Layer(
        fields.text("name"),
        fields.text("kind"),
        fields.optionalCount("units"),
        fields.optionalShare("share"),
        fields.optionalShare("momentum"),
        fields.optionalNumber("gain"),
        fields.optionalShare("copies"));
  }

  private static TraceEvent step(EventFields fields) {
    Map<String, LayerState> layers = new LinkedHashMap<>();
    if (fields.has("layers")) {
      JsonNode named = fields.required("layers");
      if (!named.isObject()) {
        throw fields.refusal("layers", "is not an object of layers by name");
      }
      for (String name : (Iterable<String>) named::fieldNames) {
        layers.put(name, layer(fields, name, named));
      }
    }
    return new TraceEvent.Step(
        fields.count("step"),
        fields.smallCount("epoch"),
        fields.number("seconds", Double.NaN),
        fields.number("loss"),
        fields.number("learningRate", Double.NaN),
        layers,
        fields.optionalShare("overlapFreeShare"),
        fields.optionalTruth("gradientsKept"));
  }

  private static LayerState layer(EventFields fields, String name, JsonNode layers) {
    if (!layers.get(name).isObject()) {
      throw fields.refusal("layers", "has no object at " + Quoted.of(name));
    }
    EventFields layer =
        new EventFields(layers.get(name), fields.where() + ": layer " + Quoted.of(name));
    double norm = layer.number("gradientNorm", Double.NaN);
    // Who takes the norm of everything says by it, too, that something in it is not a number.
    boolean broken = layer.has("gradientNorm") && !Double.isFinite(norm);
    int nonFinite = layer.smallCount("nonFinite");
    return new LayerState(
        broken ? Double.NaN : norm,
        layer.number("updateRatio", Double.NaN),
        broken ? Math.max(1, nonFinite) : nonFinite,
        layer.optionalShare("deadShare"),
        layer.optionalShare("saturatedShare"),
        layer.optionalNumber("norm"));
  }

  private static TraceEvent probe(EventFields fields) {
    List<Box> truth = BoxesParser.boxes(fields, "truth");
    List<Box> predicted = BoxesParser.beside(fields, "predicted", "truth", truth);
    double iou = fields.has("meanIou") ? fields.number("meanIou") : meanIou(truth, predicted);
    return new TraceEvent.Probe(fields.count("step"), fields.text("split"), iou, truth, predicted);
  }

  /** Of the samples whose true box is one; not a number where there are none. */
  private static double meanIou(List<Box> truth, List<Box> predicted) {
    Iou iou = new Iou();
    return IntStream.range(0, truth.size())
        .filter(i -> truth.get(i).isProper())
        .mapToDouble(i -> iou.of(predicted.get(i), truth.get(i)))
        .average()
        .orElse(Double.NaN);
  }

  private static TraceEvent epoch(EventFields fields) {
    fields.required("epoch");
    return new TraceEvent.Epoch(
        fields.smallCount("epoch"),
        fields.count("step"),
        fields.number("meanLoss", Double.NaN),
        fields.optionalNumber("validationLoss"),
        fields.optionalNumber("validationIou"));
  }

  private static TraceEvent end(EventFields fields) {
    return new TraceEvent.End(
        fields.count("step"),
        fields.number("seconds", Double.NaN),
        fields.text("state"),
        fields.optionalNumber("bestMeanIou"),
        fields.optionalCount("stoppedEarlyAt"));
  }
}
