package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One VOC file as it is written, its numbers not yet shifted.
 *
 * @param fields text of the leaves that matter, by path, for example {@code source/database}
 * @param width 0 where not said
 * @param height 0 where not said
 * @param boxes with the numbers of the file
 * @param place of the file
 */
record VocXml(
    Map<String, String> fields, int width, int height, List<LabelledBox> boxes, Fault.Place place) {
  private static final long LARGEST_FILE = 64L << 20;
  private static final int LONGEST_TEXT = 8192;
  private static final int DEEPEST = 64;
  private static final List<String> SIDES = List.of("xmin", "ymin", "xmax", "ymax");
  private static final Set<String> LEAVES =
      Set.of(
          "folder",
          "filename",
          "path",
          "source/database",
          "source/annotation",
          "size/width",
          "size/height",
          "object/name",
          "object/bndbox/xmin",
          "object/bndbox/ymin",
          "object/bndbox/xmax",
          "object/bndbox/ymax");

  /** The text of a leaf, "" where there is none. */
  String field(String path) {
    return fields.getOrDefault(path, "");
  }

  /**
   * Reads one file.
   *
   * @return empty if it is damaged, which is a fault, or no annotation of this kind
   */
  static Optional<VocXml> read(Path file, FaultLog faults) {
    try {
      long size = Files.size(file);
      if (size == 0 || size > LARGEST_FILE) {
        faults.add(
            FaultCode.UNREADABLE_ANNOTATION,
            file,
            size == 0 ? "the file is empty" : "is larger than 64 MB, which no such file is");
        return Optional.empty();
      }
      try (InputStream input = Files.newInputStream(file)) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new Parse(factory.createXMLStreamReader(input), file, faults).document();
      }
    } catch (Refused e) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, new Fault.Place(file, e.line), e.getMessage());
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      faults.add(
          FaultCode.UNREADABLE_ANNOTATION,
          new Fault.Place(file, line),
          "is not proper XML: " + problem(e));
    } catch (IOException | RuntimeException e) {
      // The parser of the JDK meets some damage with exceptions that it does not declare.
      faults.add(FaultCode.UNREADABLE_ANNOTATION, file, "cannot be read: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** The exception repeats the place in front. */
  private static String problem(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int at = message.indexOf("Message: ");
    return at < 0 ? message : message.substring(at + "Message: ".length());
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Refused(String message, int line) {
      super(message);
      this.line = line;
    }
  }

  /** One pass; of the tree only the way from the root is kept. */
  private static final class Parse {
    private final XMLStreamReader xml;
    private final Path file;
    private final FaultLog faults;
    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, String> object = new HashMap<>();
    private final List<LabelledBox> boxes = new ArrayList<>();
    private final Deque<String> way = new ArrayDeque<>();
    private int objectLine;

    Parse(XMLStreamReader xml, Path file, FaultLog faults) {
      this.xml = xml;
      this.file = file;
      this.faults = faults;
    }

    Optional<VocXml> document() throws XMLStreamException, Refused {
      StringBuilder text = new StringBuilder();
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD ->
              throw new Refused("declares a document type, which is not read", line());
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new Refused("uses the entity '" + xml.getLocalName() + "'", line());
          case XMLStreamConstants.START_ELEMENT -> {
            if (way.isEmpty() && !xml.getLocalName().equals("annotation")) {
              return Optional.empty();
            }
            text.setLength(0);
            start();
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
            if (text.length() < LONGEST_TEXT) {
              text.append(xml.getText());
            }
          }
          case XMLStreamConstants.END_ELEMENT -> {
            end(text.toString());
            text.setLength(0);
          }
          default -> {}
        }
      }
      int width = size("size/width");
      int height = size("size/height");
      return Optional.of(new VocXml(fields, width, height, boxes, new Fault.Place(file, 0)));
    }

    private void start() throws Refused {
      if (way.size() > DEEPEST) {
        throw new Refused("is nested more than " + DEEPEST + " deep", line());
      }
      String parent = way.isEmpty() ? "" : way.getLast();
      String path =
          way.size() <= 1
              ? (way.isEmpty() ? "" : xml.getLocalName())
              : parent + "/" + xml.getLocalName();
      way.addLast(path);
      if (path.equals("object")) {
        object.clear();
        objectLine = line();
      }
    }

    private void end(String text) {
      String path = way.removeLast();
      if (path.equals("object")) {
        box();
      } else if (LEAVES.contains(path)) {
        (path.startsWith("object/") ? object : fields).putIfAbsent(path, text);
      }
    }

    private void box() {
      Fault.Place place = new Fault.Place(file, objectLine);
      double[] four = new double[4];
      for (int i = 0; i < 4; i++) {
        String text = object.get("object/bndbox/" + SIDES.get(i));
        OptionalDouble value = text == null ? OptionalDouble.empty() : PixelNumber.parse(text);
        if (value.isEmpty()) {
          faults.add(
              FaultCode.BAD_NUMBER,
              place,
              SIDES.get(i) + (text == null ? " is missing" : " is '" + text.strip() + "'"));
          return;
        }
        four[i] = value.getAsDouble();
      }
      String label = object.getOrDefault("object/name", "").strip();
      boxes.add(new LabelledBox(label, new Box(four[0], four[1], four[2], four[3]), place));
    }

    private int size(String path) {
      String text = fields.get(path);
      if (text == null || text.isBlank()) {
        return 0;
      }
      OptionalInt size = PixelNumber.parseSize(text);
      if (size.isEmpty()) {
        faults.add(
            FaultCode.BAD_NUMBER, new Fault.Place(file, 0), path + " is '" + text.strip() + "'");
      }
      return size.orElse(0);
    }

    private int line() {
      return Math.max(0, xml.getLocation().getLineNumber());
    }
  }
}
