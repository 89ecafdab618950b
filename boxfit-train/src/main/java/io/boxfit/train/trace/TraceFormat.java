package io.boxfit.train.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.boxfit.core.trace.TraceEvent;
import java.util.Locale;

/** One trace event as one line of JSON: the event's kind, then its fields. */
final class TraceFormat {
  static final String KIND = "event";
  static final String VERSION_FIELD = "version";

  /** Rises when a reader of the version before would misunderstand a trace. */
  static final int VERSION = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          // What is empty is not written, so what is missing is empty.
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private TraceFormat() {}

  static String kind(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  static String line(TraceEvent event) {
    ObjectNode node = JSON.createObjectNode();
    node.put(KIND, kind(event.getClass()));
    if (event instanceof TraceEvent.Start) {
      node.put(VERSION_FIELD, VERSION);
    }
    ObjectNode fields = JSON.valueToTree(event);
    node.setAll(fields);
    return node.toString();
  }
}
