package io.boxfit.data.annotation;

import static io.boxfit.data.annotation.Annotation.number;

import io.boxfit.core.box.Box;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * One table for all pictures, or one for each part and one for the pictures without. A picture
 * without objects is a row whose class and box are empty.
 */
final class CsvSink implements AnnotationSink {
  private static final String HEADER = "filename,width,height,class,xmin,ymin,xmax,ymax\n";

  private final Path folder;
  private final SetLayout layout;
  private final Map<String, Writer> tables = new TreeMap<>();

  CsvSink(Path folder, SetLayout layout) throws IOException {
    this.folder = folder;
    this.layout = layout;
    if (!layout.inParts()) {
      tables.put("", open("annotations.csv"));
    }
  }

  private Writer open(String name) throws IOException {
    Writer writer = Files.newBufferedWriter(folder.resolve(name));
    writer.write(HEADER);
    return writer;
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    String part = annotation.part().orElse("");
    if (!tables.containsKey(part)) {
      tables.put(part, open(part.isEmpty() ? "labels.csv" : part + "_labels.csv"));
    }
    Writer table = tables.get(part);
    String start =
        quoted(layout.path(annotation.name(), ""))
            + ","
            + annotation.width()
            + ","
            + annotation.height()
            + ",";
    for (Annotation.Labelled object : annotation.objects()) {
      Box box = object.box();
      table.write(
          start
              + String.join(
                  ",",
                  quoted(object.label()),
                  number(box.xMin()),
                  number(box.yMin()),
                  number(box.xMax()),
                  number(box.yMax())));
      table.write('\n');
    }
    if (annotation.objects().isEmpty()) {
      table.write(start + ",,,,\n");
    }
  }

  @Override
  public void close() throws IOException {
    for (Writer table : tables.values()) {
      table.close();
    }
  }

  /** As RFC 4180. */
  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
