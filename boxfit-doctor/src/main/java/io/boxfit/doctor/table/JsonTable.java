package io.boxfit.doctor.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.boxfit.model.setting.JsonTrouble;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads tables of boxes in JSON, token by token, so that only the rows take memory. */
final class JsonTable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          // Ids are field names here: as many as rows, and none comes again.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(100)
                  .maxStringLength(100_000)
                  .maxNameLength(10_000)
                  .build())
          .build();

  private final JsonParser parser;
  private final Place file;
  private final Map<String, RowCollector> lists = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();
  private Place idsPlace;

  private JsonTable(JsonParser parser, Place file) {
    this.parser = parser;
    this.file = file;
    this.idsPlace = file;
  }

  static BoxTable read(Reader in, Place file) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      return new JsonTable(parser, file).table();
    } catch (JsonProcessingException e) {
      JsonTrouble trouble = JsonTrouble.of(e);
      throw file.atLine(trouble.line()).atColumn(trouble.column()).error(trouble.words(), e);
    }
  }

  private BoxTable table() throws IOException {
    RowCollector rows = new RowCollector(file);
    JsonToken first = parser.nextToken();
    if (first == JsonToken.START_ARRAY) {
      parser.nextToken();
      list(rows);
      requireEnd();
    } else if (first == JsonToken.START_OBJECT) {
      Place begin = place();
      JsonFields fields = fields(true);
      if (lists.isEmpty() && fields.isEntry()) {
        lines(fields, begin, rows);
      } else {
        requireEnd();
        return byName(fields, rows).table();
      }
    } else {
      throw place().error("holds a single value; write a list of boxes");
    }
    return rows.table();
  }

  /** One list of boxes beside other things, or boxes under their ids. */
  private RowCollector byName(JsonFields fields, RowCollector rows) {
    if (lists.size() > 1) {
      throw file.error(
          "holds several lists of boxes: "
              + lists.keySet().stream()
                  .limit(12)
                  .map(Place::quoted)
                  .collect(Collectors.joining(", "))
              + "; keep one");
    }
    if (lists.size() == 1) {
      RowCollector list = lists.values().iterator().next();
      return ids.isEmpty() ? list : list.named(ids, idsPlace);
    }
    if (fields.isEmpty()) {
      throw file.error(
          "holds no rows of boxes; write [[1, 2, 3, 4], ...] or {\"id\": [1, 2, 3, 4], ...}");
    }
    fields.addAllTo(rows);
    return rows;
  }

  /** JSON Lines: an object for each image, one after the other. */
  private void lines(JsonFields first, Place begin, RowCollector rows) throws IOException {
    entry(first, begin, rows);
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      Place place = place();
      if (token != JsonToken.START_OBJECT) {
        throw place.error("an object is needed here, as in the lines before it");
      }
      entry(fields(false), place, rows);
    }
  }

  /** Reads a list whose first token is the parser's, up to its end. */
  private void list(RowCollector rows) throws IOException {
    if (parser.currentToken().isScalarValue()) {
      Place begin = place();
      String first = parser.getText();
      JsonNumbers flat = JsonNumbers.read(parser, begin);
      if (flat.isNested()) {
        throw begin.error(noRow(first));
      }
      if (flat.onlyNumbers() && flat.count() > BoxTable.WIDTH) {
        throw begin.error(
            "a flat list of " + flat.count() + " numbers; write a list of four for each image");
      }
      rows.add("", flat.row(), begin);
      return;
    }
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      Place place = place();
      if (token == JsonToken.START_ARRAY) {
        parser.nextToken();
        rows.add("", JsonNumbers.read(parser, place).row(), place);
      } else if (token == JsonToken.START_OBJECT) {
        entry(fields(false), place, rows);
      } else {
        throw place.error(noRow(parser.getText()));
      }
    }
  }

  private static String noRow(String text) {
    return Place.quoted(text) + " stands where a list of four numbers should be";
  }

  private static void entry(JsonFields fields, Place place, RowCollector rows) {
    String id = fields.id();
    double[] box = fields.box(id);
    if (fields.onlyLikelyId()) {
      rows.addLikely(id, box, place);
    } else {
      rows.add(id, box, place);
    }
  }

  /**
   * Reads the object whose beginning is the parser's token.
   *
   * @param top whether lists of boxes may stand in it
   */
  private JsonFields fields(boolean top) throws IOException {
    JsonFields fields = new JsonFields(place());
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      Place place = place();
      if (token == JsonToken.START_ARRAY) {
        array(name, place, top, fields);
      } else if (token == JsonToken.START_OBJECT) {
        object(name, top, fields);
      } else {
        fields.addScalar(name, parser.getText(), JsonNumbers.value(parser));
      }
    }
    return fields;
  }

  private void object(String name, boolean top, JsonFields fields) throws IOException {
    if (!BoxNames.boxes(name)) {
      parser.skipChildren();
      return;
    }
    JsonFields inner = fields(false);
    if (inner.hasSides()) {
      fields.addBox(name, inner);
    } else if (top) {
      inner.addAllTo(newList(name));
    }
  }

  private void array(String name, Place place, boolean top, JsonFields fields) throws IOException {
    JsonToken first = parser.nextToken();
    boolean list =
        first == JsonToken.START_ARRAY || (first == JsonToken.END_ARRAY && BoxNames.boxes(name));
    boolean objects = first == JsonToken.START_OBJECT;
    if (top && (list || (objects && BoxNames.boxes(name)))) {
      list(newList(name));
    } else if (objects) {
      // Such as the images and categories beside COCO's annotations.
      while (parser.currentToken() != JsonToken.END_ARRAY) {
        parser.skipChildren();
        parser.nextToken();
      }
    } else if (top && BoxNames.ids(name)) {
      ids(name, place);
    } else {
      JsonNumbers numbers = JsonNumbers.read(parser, place);
      if (numbers.onlyNumbers() || BoxNames.boxes(name)) {
        fields.addArray(name, numbers);
      }
    }
  }

  /** Ids that stand in a list of their own, beside that of the boxes. */
  private void ids(String name, Place place) throws IOException {
    if (!ids.isEmpty()) {
      throw place.error("a second list of ids, " + Place.quoted(name) + "; keep one");
    }
    idsPlace = place;
    for (JsonToken token = parser.currentToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      if (!token.isScalarValue() || ids.size() == RowCollector.MOST) {
        throw place().error("an id is needed here, and at most " + RowCollector.MOST);
      }
      ids.add(parser.getText());
    }
  }

  private RowCollector newList(String name) {
    RowCollector rows = new RowCollector(file);
    if (lists.put(name, rows) != null) {
      throw place().error("the name " + Place.quoted(name) + " stands there twice; keep one");
    }
    return rows;
  }

  private void requireEnd() throws IOException {
    if (parser.nextToken() != null) {
      throw place().error("something follows the end of the JSON; keep one table in a file");
    }
  }

  private Place place() {
    return at(parser.currentTokenLocation(), file);
  }

  private static Place at(JsonLocation location, Place file) {
    return location == null
        ? file
        : file.atLine(Math.max(0, location.getLineNr()))
            .atColumn(Math.max(0, location.getColumnNr()));
  }
}
