package io.boxfit.model.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import io.boxfit.model.network.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The entries under which a model file says what it is. */
final class Metadata {
  private Metadata() {}

  static List<StringStringEntryProto> of(ModelCard card, Input input) {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("boxfit.version", card.version());
    entries.put(
        "boxfit.names",
        card.names().stream().map(Metadata::quoted).collect(Collectors.joining(",", "[", "]")));
    entries.put("boxfit.format", "XYXY");
    entries.put("boxfit.recipeDigest", card.recipeDigest());
    entries.put("boxfit.constantBaseline", numbers(card.constantBaseline()));
    entries.put("boxfit.inputWidth", String.valueOf(input.width()));
    entries.put("boxfit.inputHeight", String.valueOf(input.height()));
    if (input.resize() != Resize.STRETCH) {
      entries.put("boxfit.resize", input.resize().name().toLowerCase(Locale.ROOT));
    }
    entries.put("boxfit.wholePixels", String.valueOf(card.wholePixels()));
    card.confidence()
        .ifPresent(c -> entries.put("boxfit.confidenceSamples", String.valueOf(c.samples())));
    return entries.entrySet().stream()
        .map(
            e ->
                StringStringEntryProto.newBuilder()
                    .setKey(e.getKey())
                    .setValue(e.getValue())
                    .build())
        .toList();
  }

  private static String numbers(Box box) {
    return Stream.of(box.xMin(), box.yMin(), box.xMax(), box.yMax())
        .map(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** A JSON string (RFC 8259, section 7). */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
