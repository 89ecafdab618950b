package io.boxfit.data.annotation;

import static io.boxfit.data.annotation.Annotation.number;

import io.boxfit.core.box.Box;
import io.boxfit.data.folder.RelativeName;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML file a picture, and lists of the parts in {@code ImageSets/Main}. */
final class VocSink implements AnnotationSink {
  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
  private final Path folder;
  private final Path annotations;
  private final SetLayout layout;
  private final Map<String, StringBuilder> lists = new TreeMap<>();

  VocSink(Path folder, SetLayout layout) throws IOException {
    this.folder = folder;
    this.layout = layout;
    annotations = Files.createDirectories(folder.resolve("annotations"));
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    String name = layout.annotationName(annotation.name());
    Path file = annotations.resolve(name + ".xml");
    Files.createDirectories(file.getParent());
    try (Writer writer = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = factory.createXMLStreamWriter(writer);
      write(xml, annotation);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write the annotation of " + annotation.name(), e);
    }
    annotation
        .part()
        .ifPresent(
            part ->
                lists.computeIfAbsent(part, key -> new StringBuilder()).append(name).append('\n'));
  }

  private static void write(XMLStreamWriter xml, Annotation annotation) throws XMLStreamException {
    String folder = RelativeName.folder(annotation.name());
    xml.writeStartElement("annotation");
    element(xml, 1, "folder", folder.isEmpty() ? "." : folder);
    element(xml, 1, "filename", RelativeName.file(annotation.name()));
    start(xml, 1, "source");
    element(xml, 2, "database", annotation.id());
    element(xml, 2, "annotation", VocOriginRule.BOXFIT);
    end(xml, 1);
    start(xml, 1, "size");
    element(xml, 2, "width", Integer.toString(annotation.width()));
    element(xml, 2, "height", Integer.toString(annotation.height()));
    if (annotation.depth() > 0) {
      element(xml, 2, "depth", Integer.toString(annotation.depth()));
    }
    end(xml, 1);
    element(xml, 1, "segmented", "0");
    for (Annotation.Labelled object : annotation.objects()) {
      start(xml, 1, "object");
      element(xml, 2, "name", object.label());
      element(xml, 2, "pose", "Unspecified");
      element(xml, 2, "truncated", "0");
      element(xml, 2, "difficult", "0");
      start(xml, 2, "bndbox");
      Box box = object.box();
      element(xml, 3, "xmin", number(box.xMin()));
      element(xml, 3, "ymin", number(box.yMin()));
      element(xml, 3, "xmax", number(box.xMax()));
      element(xml, 3, "ymax", number(box.yMax()));
      end(xml, 2);
      end(xml, 1);
    }
    end(xml, 0);
    xml.writeCharacters("\n");
    xml.writeEndDocument();
  }

  @Override
  public void close() throws IOException {
    if (layout.inParts()) {
      Path main = Files.createDirectories(folder.resolve("ImageSets").resolve("Main"));
      for (Map.Entry<String, StringBuilder> list : lists.entrySet()) {
        Files.writeString(main.resolve(list.getKey() + ".txt"), list.getValue());
      }
    }
  }

  private static void element(XMLStreamWriter xml, int depth, String name, String text)
      throws XMLStreamException {
    start(xml, depth, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void start(XMLStreamWriter xml, int depth, String name) throws XMLStreamException {
    line(xml, depth);
    xml.writeStartElement(name);
  }

  private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
    line(xml, depth);
    xml.writeEndElement();
  }

  private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
