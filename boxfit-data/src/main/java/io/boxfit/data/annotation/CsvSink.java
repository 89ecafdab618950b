package io.boxfit.data.annotation;

import static io.boxfit.data.annotation.Annotation.number;

import io.boxfit.core.box.Box;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One table for all pictures. */
final class CsvSink implements AnnotationSink {
  private final String className;
  private final BufferedWriter writer;

  CsvSink(Path folder, String className) throws IOException {
    this.className = quoted(className);
    writer = Files.newBufferedWriter(folder.resolve("annotations.csv"));
    writer.write("filename,width,height,class,xmin,ymin,xmax,ymax\n");
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    Box box = annotation.box();
    writer.write(
        String.join(
            ",",
            annotation.fileName(),
            Integer.toString(annotation.width()),
            Integer.toString(annotation.height()),
            className,
            number(box.xMin()),
            number(box.yMin()),
            number(box.xMax()),
            number(box.yMax())));
    writer.write('\n');
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  /** As RFC 4180. */
  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
