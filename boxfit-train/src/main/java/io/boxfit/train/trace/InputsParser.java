package io.boxfit.train.trace;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.setting.Quoted;
import java.util.Arrays;

/** The event that tells what network and loss were given. */
final class InputsParser {
  private InputsParser() {}

  static TraceEvent inputs(EventFields fields) {
    return new TraceEvent.Inputs(
        fields.smallCount("samples"),
        range(fields.object("pixels")),
        fields.count("outOfRange", 0),
        fields.optionalObject("targets").map(InputsParser::range),
        fields.optionalObject("encoding").map(InputsParser::encoding),
        fields.smallCount("noBoxes"),
        fields.optionalObject("outputs").map(InputsParser::range),
        fields.count("noTargets", 0),
        fields.counts("outputShape"),
        fields.counts("targetShape"));
  }

  private static BoxEncoding encoding(EventFields fields) {
    return new BoxEncoding(
        word(fields, "format", BoxFormat.values()), word(fields, "unit", BoxUnit.values()));
  }

  static TraceEvent.Range range(EventFields range) {
    return new TraceEvent.Range(range.number("min"), range.number("max"), range.number("mean"));
  }

  private static <E extends Enum<E>> E word(EventFields fields, String field, E[] known) {
    String text = fields.text(field);
    return Arrays.stream(known)
        .filter(value -> value.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                fields.refusal(
                    field, "is " + Quoted.of(text) + "; write one of " + Arrays.toString(known)));
  }
}
