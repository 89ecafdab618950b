package io.boxfit.data.annotation;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.boxfit.core.box.Box;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One COCO file; pictures are written as they come, boxes kept for the end. */
final class CocoDocument implements AutoCloseable {
  private final SetLayout layout;
  private final JsonGenerator json;
  private final List<Entry> entries = new ArrayList<>();
  private int pictures;

  private record Entry(int picture, Annotation.Labelled object) {}

  CocoDocument(Path file, SetLayout layout) throws IOException {
    this.layout = layout;
    json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
    json.writeStartObject();
    json.writeObjectFieldStart("info");
    json.writeStringField("description", "Boxfit; bbox is x, y, width, height in pixels from 0");
    json.writeEndObject();
    json.writeArrayFieldStart("images");
  }

  void add(Annotation annotation, String fileName) throws IOException {
    pictures++;
    annotation.objects().forEach(object -> entries.add(new Entry(pictures, object)));
    json.writeStartObject();
    json.writeNumberField("id", pictures);
    json.writeStringField("file_name", fileName);
    json.writeNumberField("width", annotation.width());
    json.writeNumberField("height", annotation.height());
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    try (json) {
      json.writeEndArray();
      json.writeArrayFieldStart("annotations");
      for (int i = 0; i < entries.size(); i++) {
        writeAnnotation(i + 1, entries.get(i));
      }
      json.writeEndArray();
      json.writeArrayFieldStart("categories");
      for (int i = 0; i < layout.labels().size(); i++) {
        json.writeStartObject();
        json.writeNumberField("id", i + 1);
        json.writeStringField("name", layout.labels().get(i));
        json.writeStringField("supercategory", "none");
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void writeAnnotation(int id, Entry entry) throws IOException {
    Box box = entry.object().box();
    json.writeStartObject();
    json.writeNumberField("id", id);
    json.writeNumberField("image_id", entry.picture());
    json.writeNumberField("category_id", layout.number(entry.object().label()) + 1);
    json.writeArrayFieldStart("bbox");
    json.writeNumber(Annotation.number(box.xMin()));
    json.writeNumber(Annotation.number(box.yMin()));
    json.writeNumber(PixelNumber.difference(box.xMax(), box.xMin()));
    json.writeNumber(PixelNumber.difference(box.yMax(), box.yMin()));
    json.writeEndArray();
    json.writeFieldName("area");
    json.writeNumber(Annotation.number(box.area()));
    json.writeNumberField("iscrowd", 0);
    json.writeArrayFieldStart("segmentation");
    json.writeEndArray();
    json.writeEndObject();
  }
}
