package io.boxfit.train.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.boxfit.core.BadInputException;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.setting.Quoted;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One trace event as one line of JSON: the event's kind, then its fields. */
final class TraceFormat {
  private static final String KIND = "event";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // What is empty is not written, so what is missing is empty; no field is ever null.
          .defaultSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL))
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private static final Map<String, Class<?>> KINDS =
      Stream.of(TraceEvent.class.getPermittedSubclasses())
          .collect(Collectors.toMap(TraceFormat::kind, Function.identity()));

  private TraceFormat() {}

  private static String kind(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  static String line(TraceEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put(KIND, kind(event.getClass()));
    ObjectNode fields = JSON.valueToTree(event);
    node.setAll(fields);
    return node.toString();
  }

  static TraceEvent event(String line, String where) {
    try {
      JsonNode node = JSON.readTree(line);
      Class<?> type = KINDS.get(node.path(KIND).asText());
      if (type == null) {
        throw new BadInputException(
            where
                + ": the event "
                + Quoted.of(node.path(KIND).asText())
                + " is unknown; known: "
                + KINDS.keySet());
      }
      JavaType javaType = JSON.constructType(type);
      return JSON.treeToValue(node, javaType);
    } catch (JsonProcessingException e) {
      throw new BadInputException(where + ": not a trace event: " + e.getOriginalMessage(), e);
    }
  }
}
