package io.boxfit.data.annotation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.boxfit.core.box.Box;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One COCO file, read in one pass: pictures, boxes and categories in any order, everything else
 * passed over. What stays in memory are names and boxes, not outlines.
 */
final class CocoFile {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          // So that NaN is a bad number in its place and not the end of the file.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** A picture as the file lists it. */
  record Image(String fileName, int width, int height, Fault.Place place) {}

  /** A box as the file lists it; null where it names no category. */
  record Annotation(String image, String category, Box box, Fault.Place place) {}

  private final Path file;
  private final FaultLog faults;
  private final Map<String, Image> images = new LinkedHashMap<>();
  private final List<Annotation> annotations = new ArrayList<>();
  private final Map<String, String> categories = new LinkedHashMap<>();
  private final Map<String, String> ids = new HashMap<>();
  private boolean categoriesListed;
  private boolean cut;
  private int crowds;
  private int withoutBox;
  private Fault.Place firstWithoutBox;

  private CocoFile(Path file, FaultLog faults) {
    this.file = file;
    this.faults = faults;
  }

  /** Reads a file as far as it goes; damage is a fault. */
  static CocoFile read(Path file, FaultLog faults) {
    CocoFile coco = new CocoFile(file, faults);
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser json = JSON.createParser(input)) {
      coco.document(json);
    } catch (JsonProcessingException e) {
      coco.cut = true;
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION,
          new Fault.Place(file, line),
          "the JSON is damaged or cut off from here on");
    } catch (IOException e) {
      coco.cut = true;
      faults.add(FaultCode.UNREADABLE_ANNOTATION, file, "cannot be read: " + e.getMessage());
    }
    return coco;
  }

  /** By id, in the order of the file. */
  Map<String, Image> images() {
    return images;
  }

  /** In the order of the file. */
  List<Annotation> annotations() {
    return annotations;
  }

  /** Names by id, in the order of the file. */
  Map<String, String> categories() {
    return categories;
  }

  /** Whether there is a list of categories. */
  boolean hasCategories() {
    return categoriesListed;
  }

  /** Whether the file ended before it should. */
  boolean isCut() {
    return cut;
  }

  /** Regions of many objects, which are left out. */
  int crowds() {
    return crowds;
  }

  /** Whether all annotations are of another kind: captions, for example. */
  boolean isOfAnotherKind() {
    return annotations.isEmpty() && (withoutBox > 0 || images.isEmpty());
  }

  private void document(JsonParser json) throws IOException {
    JsonToken first = json.nextToken();
    if (first == null) {
      cut = true;
      faults.add(FaultCode.UNREADABLE_ANNOTATION, file, "the file is empty");
    }
    if (first != JsonToken.START_OBJECT) {
      return;
    }
    for (JsonToken t = json.nextToken(); t == JsonToken.FIELD_NAME; t = json.nextToken()) {
      String field = json.currentName();
      boolean array = json.nextToken() == JsonToken.START_ARRAY;
      switch (array ? field : "") {
        case "images" -> entries(json, this::image);
        case "annotations" -> entries(json, this::annotation);
        case "categories" -> {
          categoriesListed = true;
          entries(json, this::category);
        }
        default -> json.skipChildren();
      }
    }
    if (withoutBox > 0 && !annotations.isEmpty()) {
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION,
          firstWithoutBox,
          "an annotation has no bbox (" + withoutBox + " such)");
    }
  }

  /** Takes the fields of one entry. */
  private interface EntryReader {
    void entry(JsonParser json, Fault.Place place) throws IOException;
  }

  private void entries(JsonParser json, EntryReader reader) throws IOException {
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
      Fault.Place place = place(json);
      if (t == JsonToken.START_OBJECT) {
        reader.entry(json, place);
      } else {
        json.skipChildren();
        faults.add(FaultCode.UNREADABLE_ANNOTATION, place, "holds a bare value for an entry");
      }
    }
  }

  private void image(JsonParser json, Fault.Place place) throws IOException {
    String id = null;
    String name = "";
    int width = 0;
    int height = 0;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "id" -> id = id(json, value);
        case "file_name" -> name = value.isScalarValue() ? json.getText() : "";
        case "width" -> width = size(json, value, "width");
        case "height" -> height = size(json, value, "height");
        default -> {}
      }
      json.skipChildren();
    }
    if (id == null) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, place, "a picture has no id");
    } else if (images.putIfAbsent(id, new Image(name, width, height, place)) != null) {
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION, place, "the picture id " + id + " stands here again");
    }
  }

  private void annotation(JsonParser json, Fault.Place place) throws IOException {
    String image = null;
    String category = null;
    List<String> four = null;
    boolean crowd = false;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "image_id" -> image = id(json, value);
        case "category_id" -> category = id(json, value);
        case "iscrowd" -> crowd = List.of("1", "true").contains(json.getText());
        case "bbox" -> {
          if (value == JsonToken.START_ARRAY) {
            four = numbers(json);
          }
        }
        default -> {}
      }
      json.skipChildren();
    }
    if (crowd) {
      crowds++;
    } else if (four == null) {
      withoutBox++;
      firstWithoutBox = firstWithoutBox == null ? place : firstWithoutBox;
    } else if (image == null) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, place, "an annotation has no image_id");
    } else if (isBox(four, place)) {
      Box box =
          new Box(
              Double.parseDouble(four.get(0)),
              Double.parseDouble(four.get(1)),
              PixelNumber.sum(four.get(0), four.get(2)),
              PixelNumber.sum(four.get(1), four.get(3)));
      annotations.add(new Annotation(image, category, box, place));
    }
  }

  private void category(JsonParser json, Fault.Place place) throws IOException {
    String id = null;
    String name = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "id" -> id = id(json, value);
        case "name" -> name = value.isScalarValue() ? json.getText().strip() : "";
        default -> {}
      }
      json.skipChildren();
    }
    if (id == null || categories.putIfAbsent(id, name) != null) {
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION,
          place,
          id == null ? "a category has no id" : "the category id " + id + " stands here again");
    }
  }

  /** An array as it is written; of a long one, five values tell that it is no box. */
  private static List<String> numbers(JsonParser json) throws IOException {
    List<String> numbers = new ArrayList<>(4);
    for (JsonToken t = json.nextToken(); t != JsonToken.END_ARRAY; t = json.nextToken()) {
      if (numbers.size() < 5) {
        numbers.add(t.isScalarValue() ? json.getText() : "");
      }
      json.skipChildren();
    }
    return numbers;
  }

  private boolean isBox(List<String> four, Fault.Place place) {
    boolean box =
        four.size() == 4 && four.stream().allMatch(number -> PixelNumber.parse(number).isPresent());
    if (!box) {
      faults.add(
          FaultCode.BAD_NUMBER, place, "the bbox " + four + " is not four numbers of pixels");
    }
    return box;
  }

  private int size(JsonParser json, JsonToken value, String field) throws IOException {
    if (value == JsonToken.VALUE_NULL) {
      return 0;
    }
    OptionalInt size =
        value.isScalarValue() ? PixelNumber.parseSize(json.getText()) : OptionalInt.empty();
    if (size.isEmpty()) {
      faults.add(
          FaultCode.BAD_NUMBER,
          place(json),
          "the "
              + field
              + " of a picture is '"
              + (value.isScalarValue() ? json.getText() : value)
              + "'");
    }
    return size.orElse(0);
  }

  /** Numbers or words; each kept once, however many boxes name it. */
  private String id(JsonParser json, JsonToken value) throws IOException {
    if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
      return null;
    }
    String text = json.getText();
    String known = ids.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private Fault.Place place(JsonParser json) {
    return new Fault.Place(file, Math.max(0, json.currentTokenLocation().getLineNr()));
  }
}
