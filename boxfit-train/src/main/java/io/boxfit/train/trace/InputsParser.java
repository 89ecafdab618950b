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
    EventFields encoding = fields.object("encoding");
    return new TraceEvent.Inputs(
        fields.smallCount("samples"),
        range(fields.object("pixels")),
        fields.count("outOfRange", 0),
        range(fields.object("targets")),
        new BoxEncoding(
            word(encoding, "format", BoxFormat.values()), word(encoding, "unit", BoxUnit.values())),
        fields.smallCount("noBoxes"));
  }

  private static TraceEvent.Range range(EventFields range) {
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
