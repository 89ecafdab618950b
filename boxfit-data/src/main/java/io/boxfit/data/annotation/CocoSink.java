package io.boxfit.data.annotation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One JSON file for all pictures; images are written as they come, boxes kept for the end. */
final class CocoSink implements AnnotationSink {
  private final String className;
  private final JsonGenerator json;
  private final List<Box> boxes = new ArrayList<>();

  CocoSink(Path folder, String className) throws IOException {
    this.className = className;
    json =
        new JsonFactory()
            .createGenerator(folder.resolve("annotations.json").toFile(), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeObjectFieldStart("info");
    json.writeStringField("description", "Boxfit; bbox is x, y, width, height in pixels from 0");
    json.writeEndObject();
    json.writeArrayFieldStart("images");
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    boxes.add(annotation.box());
    json.writeStartObject();
    json.writeNumberField("id", boxes.size());
    json.writeStringField("file_name", annotation.fileName());
    json.writeNumberField("width", annotation.width());
    json.writeNumberField("height", annotation.height());
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    try (json) {
      json.writeEndArray();
      json.writeArrayFieldStart("annotations");
      for (int i = 0; i < boxes.size(); i++) {
        writeAnnotation(i + 1, boxes.get(i));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("categories");
      json.writeStartObject();
      json.writeNumberField("id", 1);
      json.writeStringField("name", className);
      json.writeStringField("supercategory", "none");
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void writeAnnotation(int id, Box box) throws IOException {
    json.writeStartObject();
    json.writeNumberField("id", id);
    json.writeNumberField("image_id", id);
    json.writeNumberField("category_id", 1);
    json.writeArrayFieldStart("bbox");
    for (double number : BoxFormat.XYWH.encode(box)) {
      json.writeNumber(Annotation.number(number));
    }
    json.writeEndArray();
    json.writeFieldName("area");
    json.writeNumber(Annotation.number(box.area()));
    json.writeNumberField("iscrowd", 0);
    json.writeArrayFieldStart("segmentation");
    json.writeEndArray();
    json.writeEndObject();
  }
}
