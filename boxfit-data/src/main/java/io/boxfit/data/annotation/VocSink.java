package io.boxfit.data.annotation;

import static io.boxfit.data.annotation.Annotation.number;

import io.boxfit.core.box.Box;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML file a picture. */
final class VocSink implements AnnotationSink {
  private static final String CONVENTION =
      "Boxfit; pixels from 0, xmax and ymax exclusive (xmax - xmin is the width)";

  private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
  private final Path annotations;
  private final String className;

  VocSink(Path folder, String className) throws IOException {
    this.className = className;
    annotations = Files.createDirectory(folder.resolve("annotations"));
  }

  @Override
  public void add(Annotation annotation) throws IOException {
    try (Writer writer = Files.newBufferedWriter(annotations.resolve(annotation.name() + ".xml"))) {
      XMLStreamWriter xml = factory.createXMLStreamWriter(writer);
      xml.writeStartElement("annotation");
      element(xml, 1, "folder", Annotation.IMAGES);
      element(xml, 1, "filename", annotation.fileName());
      start(xml, 1, "source");
      element(xml, 2, "database", annotation.id());
      element(xml, 2, "annotation", CONVENTION);
      end(xml, 1);
      start(xml, 1, "size");
      element(xml, 2, "width", Integer.toString(annotation.width()));
      element(xml, 2, "height", Integer.toString(annotation.height()));
      element(xml, 2, "depth", Integer.toString(annotation.depth()));
      end(xml, 1);
      element(xml, 1, "segmented", "0");
      start(xml, 1, "object");
      element(xml, 2, "name", className);
      element(xml, 2, "pose", "Unspecified");
      element(xml, 2, "truncated", "0");
      element(xml, 2, "difficult", "0");
      start(xml, 2, "bndbox");
      Box box = annotation.box();
      element(xml, 3, "xmin", number(box.xMin()));
      element(xml, 3, "ymin", number(box.yMin()));
      element(xml, 3, "xmax", number(box.xMax()));
      element(xml, 3, "ymax", number(box.yMax()));
      end(xml, 2);
      end(xml, 1);
      end(xml, 0);
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write the annotation of " + annotation.fileName(), e);
    }
  }

  @Override
  public void close() {}

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
