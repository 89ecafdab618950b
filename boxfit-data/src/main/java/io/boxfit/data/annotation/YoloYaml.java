package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What a {@code data.yaml} says.
 *
 * @param path where the others begin; "" where it does not say
 * @param parts what is listed for {@code train}, {@code val} and {@code test}
 * @param names of the classes by number
 * @param place of the file
 */
record YoloYaml(
    String path, Map<String, List<String>> parts, Map<Integer, String> names, Fault.Place place) {
  private static final int LARGEST = 1 << 21;
  private static final int DEEPEST = 64;
  private static final int MOST_CLASSES = 1_000_000;

  /**
   * Reads a file; anchors and aliases are refused, so that a small file stays small.
   *
   * @return empty if it is damaged, which is a fault
   */
  static Optional<YoloYaml> read(Path file, FaultLog faults) {
    int line = 0;
    String problem;
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return Optional.of(new Reader(text, file).document());
      }
      problem = "is larger than 2 MB";
    } catch (Refused e) {
      line = e.line;
      problem = e.getMessage();
    } catch (CharacterCodingException e) {
      problem = "is not UTF-8 text";
    } catch (MarkedYamlEngineException e) {
      line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
      problem = "is not YAML: " + e.getProblem();
    } catch (IOException | YamlEngineException e) {
      problem = "cannot be read: " + e.getMessage();
    }
    faults.add(FaultCode.UNREADABLE_ANNOTATION, new Fault.Place(file, line), problem);
    return Optional.empty();
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final int line;

    Refused(String message, Event at) {
      super(message);
      line = at.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
  }

  /** Takes the keys of the outermost level and passes over everything else. */
  private static final class Reader {
    private final Iterator<Event> events;
    private final Path file;
    private final Map<String, List<String>> parts = new LinkedHashMap<>();
    private final Map<Integer, String> names = new TreeMap<>();
    private String path = "";

    Reader(String text, Path file) {
      LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
      events = new Parse(settings).parseString(text).iterator();
      this.file = file;
    }

    YoloYaml document() throws Refused {
      next();
      Event document = next();
      if (document.getEventId() != Event.ID.StreamEnd) {
        Event root = next();
        if (!(root instanceof MappingStartEvent)) {
          throw new Refused("holds no keys such as train and names", root);
        }
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
          entry(key, next());
        }
      }
      return new YoloYaml(path, parts, names, new Fault.Place(file, 0));
    }

    private void entry(Event key, Event value) throws Refused {
      String word = key instanceof ScalarEvent scalar ? scalar.getValue() : "";
      switch (word) {
        case "path" -> path = String.join("", scalars(value));
        case "train", "test" -> parts.put(word, scalars(value));
        case "val", "valid", "validation" -> parts.put("val", scalars(value));
        case "names" -> names(value);
        default -> {
          skip(key);
          skip(value);
        }
      }
    }

    /** One value or a list of them. */
    private List<String> scalars(Event value) throws Refused {
      List<String> all = new ArrayList<>();
      if (value instanceof SequenceStartEvent) {
        for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
          add(item, all);
        }
      } else {
        add(value, all);
      }
      return all;
    }

    private void add(Event value, List<String> into) throws Refused {
      if (!(value instanceof ScalarEvent scalar)) {
        skip(value);
      } else if (!isNull(scalar)) {
        into.add(scalar.getValue());
      }
    }

    private static boolean isNull(ScalarEvent scalar) {
      return scalar.isPlain() && List.of("", "~", "null").contains(scalar.getValue());
    }

    private void names(Event value) throws Refused {
      if (value instanceof SequenceStartEvent) {
        for (Event item = next(); item.getEventId() != Event.ID.SequenceEnd; item = next()) {
          if (!(item instanceof ScalarEvent scalar)) {
            throw new Refused("a name of names is no word", item);
          }
          names.put(names.size(), scalar.getValue().strip());
        }
      } else if (value instanceof MappingStartEvent) {
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
          Event name = next();
          if (!(key instanceof ScalarEvent number && name instanceof ScalarEvent word)) {
            throw new Refused("names holds more than numbers and words", key);
          }
          names.put(number(number), word.getValue().strip());
        }
      } else if (!(value instanceof ScalarEvent scalar && isNull(scalar))) {
        throw new Refused("names is neither a list nor numbers with words", value);
      }
    }

    private static int number(ScalarEvent key) throws Refused {
      String text = key.getValue().strip();
      if (!text.matches("[0-9]{1,7}") || Integer.parseInt(text) > MOST_CLASSES) {
        throw new Refused("the class number '" + text + "' is none", key);
      }
      return Integer.parseInt(text);
    }

    /** Passes over a value, however deep, without recursion. */
    private void skip(Event value) throws Refused {
      int depth = depth(value);
      while (depth > 0) {
        Event event = next();
        depth += depth(event);
        if (depth > DEEPEST) {
          // The parser takes longer and longer with every level.
          throw new Refused("is nested more than " + DEEPEST + " deep", event);
        }
      }
    }

    private static int depth(Event event) {
      return switch (event.getEventId()) {
        case MappingStart, SequenceStart -> 1;
        case MappingEnd, SequenceEnd -> -1;
        default -> 0;
      };
    }

    private Event next() throws Refused {
      Event event = events.next();
      if (event instanceof AliasEvent
          || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
        throw new Refused("anchors and aliases (&name, *name) are not read", event);
      }
      return event;
    }
  }
}
