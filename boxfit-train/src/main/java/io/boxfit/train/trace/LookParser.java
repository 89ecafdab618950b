package io.boxfit.train.trace;

import io.boxfit.core.box.Box;
import io.boxfit.core.trace.Look;
import io.boxfit.core.trace.TraceEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that tell what a recorder saw when it looked into a network, or asked it otherwise. */
final class LookParser {
  private LookParser() {}

  static TraceEvent forward(EventFields fields) {
    Map<String, Double> optimizer = new LinkedHashMap<>();
    fields
        .optionalObject("optimizer")
        .ifPresent(
            told -> {
              for (String name : (Iterable<String>) told.node()::fieldNames) {
                optimizer.put(name, told.number(name));
              }
            });
    return new Look.Forward(
        fields.objects("layers").stream().map(LookParser::passed).toList(),
        fields.texts("frozen"),
        fields.texts("foreign"),
        fields.optionalNumber("differs"),
        optimizer,
        fields.numbers("rates"),
        fields.optionalObject("probe").map(InputsParser::range),
        fields.objects("targets").stream().map(LookParser::column).toList(),
        pictures(fields, "trained"),
        pictures(fields, "asked"),
        fields.optionalNumber("mixed"));
  }

  private static Look.Pictures pictures(EventFields fields, String which) {
    return fields
        .optionalObject(which)
        .map(
            told ->
                new Look.Pictures(
                    told.counts("shape"), told.optionalShare("blank"), told.numbers("channels")))
        .orElse(Look.Pictures.UNKNOWN);
  }

  private static Look.Passed passed(EventFields fields) {
    return new Look.Passed(
        fields.text("name"),
        fields.counts("given"),
        fields.counts("gives"),
        fields.optionalNumber("differs"));
  }

  private static Look.Column column(EventFields fields) {
    return new Look.Column(fields.number("mean"), fields.number("deviation"));
  }

  static TraceEvent pull(EventFields fields) {
    return new Look.Pull(
        fields.count("step"),
        fields.numbers("gradient"),
        fields.optionalShare("noGradient").orElse(0),
        fields.optionalObject("last").map(InputsParser::range),
        fields.optionalNumber("slope"),
        fields.optionalShare("held"),
        fields.optionalTruth("reached").orElse(true),
        fields.optionalShare("idle"),
        fields.optionalNumber("own"),
        fields.optionalNumber("lastOwn"),
        fields.optionalNumber("along"));
  }

  static TraceEvent trained(EventFields fields) {
    List<Box> truth = BoxesParser.boxes(fields, "truth");
    return new Look.Trained(
        fields.count("step"), truth, BoxesParser.beside(fields, "predicted", "truth", truth));
  }

  static TraceEvent repeat(EventFields fields) {
    List<Box> use = BoxesParser.boxes(fields, "use");
    List<Double> by = fields.numbers("by");
    if (!by.isEmpty() && by.size() != 2) {
      throw fields.refusal("by", "has " + by.size() + " numbers; write [across, down], in pixels");
    }
    return new Look.Repeat(
        fields.count("step"),
        use,
        beside(fields, "training", use),
        beside(fields, "again", use),
        beside(fields, "reversed", use),
        by.isEmpty() ? List.of() : BoxesParser.beside(fields, "moved", "use", use),
        by);
  }

  /** As many as were said in use; none where it is not told. */
  private static List<Box> beside(EventFields fields, String field, List<Box> use) {
    if (!fields.has(field)) {
      return List.of();
    }
    return BoxesParser.beside(fields, field, "use", use);
  }
}
