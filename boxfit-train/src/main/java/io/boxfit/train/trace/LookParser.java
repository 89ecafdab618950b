package io.boxfit.train.trace;

import io.boxfit.core.box.Box;
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
    return new TraceEvent.Forward(
        fields.objects("layers").stream().map(LookParser::passed).toList(),
        fields.texts("frozen"),
        fields.optionalNumber("differs"),
        optimizer,
        fields.optionalObject("probe").map(InputsParser::range),
        fields.objects("targets").stream().map(LookParser::column).toList());
  }

  private static TraceEvent.Passed passed(EventFields fields) {
    return new TraceEvent.Passed(
        fields.text("name"),
        fields.counts("given"),
        fields.counts("gives"),
        fields.optionalNumber("differs"));
  }

  private static TraceEvent.Column column(EventFields fields) {
    return new TraceEvent.Column(fields.number("mean"), fields.number("deviation"));
  }

  static TraceEvent pull(EventFields fields) {
    return new TraceEvent.Pull(
        fields.count("step"),
        fields.numbers("gradient"),
        fields.optionalShare("noGradient").orElse(0),
        fields.optionalObject("last").map(InputsParser::range),
        fields.optionalNumber("slope"),
        fields.optionalShare("held"));
  }

  static TraceEvent repeat(EventFields fields) {
    List<Box> use = BoxesParser.boxes(fields, "use");
    List<Double> by = fields.numbers("by");
    if (!by.isEmpty() && by.size() != 2) {
      throw fields.refusal("by", "has " + by.size() + " numbers; write [across, down], in pixels");
    }
    return new TraceEvent.Repeat(
        fields.count("step"),
        use,
        beside(fields, "training", use),
        beside(fields, "again", use),
        beside(fields, "reversed", use),
        by.isEmpty() ? List.of() : beside(fields, "moved", use),
        by);
  }

  /** As many as were said in use; none where it is not told. */
  private static List<Box> beside(EventFields fields, String field, List<Box> use) {
    if (!fields.has(field)) {
      return List.of();
    }
    List<Box> boxes = BoxesParser.boxes(fields, field);
    if (boxes.size() != use.size()) {
      throw fields.refusal(field, "has " + boxes.size() + " boxes, 'use' has " + use.size());
    }
    return boxes;
  }
}
