package io.boxfit.model.setting;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.stream.Collectors;

/**
 * What is wrong with a text that should be JSON, for somebody who wrote the text and not the
 * parser: the parser's own messages speak of its classes and options.
 *
 * @param line from 1; 0 if unknown
 * @param column from 1; 0 if unknown
 * @param words without the place
 */
public record JsonTrouble(long line, long column, String words) {

  /** What the parser found. */
  public static JsonTrouble of(JsonProcessingException found) {
    JsonLocation location = found.getLocation();
    return new JsonTrouble(
        location == null ? 0 : Math.max(0, location.getLineNr()),
        location == null ? 0 : Math.max(0, location.getColumnNr()),
        words(found));
  }

  private static String words(JsonProcessingException found) {
    // Between two fields the parser tells the end of the text by this message alone.
    if (found instanceof JsonEOFException
        || found.getOriginalMessage().startsWith("Unexpected end-of-input")) {
      return "ends in the middle of its JSON; is it cut off?";
    }
    if (found instanceof StreamConstraintsException) {
      return "is JSON nested too deeply, or with a text or a number too long";
    }
    if (found instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return Quoted.of(field(mapping)) + " holds what does not belong there";
    }
    if (found instanceof JsonMappingException) {
      return "holds what does not belong there, from here on";
    }
    return "is not JSON from here on";
  }

  private static String field(JsonMappingException found) {
    return found.getPath().stream().map(JsonTrouble::step).collect(Collectors.joining("."));
  }

  private static String step(Reference step) {
    return step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName();
  }

  /** The place behind a file's name, for example {@code :7, column 3}. */
  public String place() {
    return (line > 0 ? ":" + line : "") + (column > 0 ? ", column " + column : "");
  }
}
