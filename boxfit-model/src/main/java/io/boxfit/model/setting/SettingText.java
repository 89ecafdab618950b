package io.boxfit.model.setting;

import io.boxfit.core.BadInputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * Reads YAML into a {@link Setting}: the part of YAML that a person writes. Anchors, aliases, tags
 * and several documents are refused, so a small file cannot unfold into a large tree.
 */
public final class SettingText {
  private static final int DEEPEST = 32;

  private final Iterator<Event> events;
  private final Origin origin;

  private SettingText(String text, Origin origin) {
    LoadSettings settings = LoadSettings.builder().setLabel(origin.name()).build();
    this.events = new Parse(settings).parseString(text).iterator();
    this.origin = origin;
  }

  /**
   * The tree of a text.
   *
   * @return empty if the text holds nothing but space and comments
   * @throws BadInputException if it is not YAML, or more than is understood; with the line
   */
  public static Optional<Setting> read(String text, Origin origin) {
    try {
      return new SettingText(text, origin).document();
    } catch (MarkedYamlEngineException e) {
      throw notYaml(
          origin.at(e.getProblemMark().map(Mark::getLine).orElse(-1) + 1), e.getProblem());
    } catch (YamlEngineException e) {
      throw notYaml(origin, e.getMessage());
    }
  }

  private static BadInputException notYaml(Origin place, String problem) {
    return place.error("cannot be read as YAML: " + problem);
  }

  private Optional<Setting> document() {
    events.next();
    if (events.next().getEventId() == Event.ID.StreamEnd) {
      return Optional.empty();
    }
    Setting root = value(events.next(), 0);
    events.next();
    Event after = events.next();
    if (after.getEventId() != Event.ID.StreamEnd) {
      throw place(after).error("holds a second document, only one is understood");
    }
    return Optional.of(root);
  }

  private Setting value(Event event, int depth) {
    Origin place = place(event);
    if (event instanceof AliasEvent) {
      throw place.error("aliases (*name) are not understood, write the value itself");
    }
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw place.error("anchors (&name) are not understood, remove this one");
    }
    if (depth > DEEPEST) {
      throw place.error("is nested more than " + DEEPEST + " deep");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), place);
      return new Setting.Scalar(scalar.getValue(), !scalar.isPlain(), place);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(sequence.getTag(), place);
      return list(place, depth);
    }
    refuseTag(((MappingStartEvent) event).getTag(), place);
    return group(place, depth);
  }

  private Setting list(Origin place, int depth) {
    List<Setting> items = new ArrayList<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
      items.add(value(e, depth + 1));
    }
    return new Setting.Listing(items, place);
  }

  private Setting group(Origin place, int depth) {
    Map<String, Setting> entries = new LinkedHashMap<>();
    for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
      Setting key = value(e, depth + 1);
      if (!(key instanceof Setting.Scalar scalar)) {
        throw place(e).error("a key must be a word, got " + key.described());
      }
      Setting value = value(events.next(), depth + 1);
      if (entries.putIfAbsent(scalar.text(), value) != null) {
        throw place(e).error("key " + Quoted.of(scalar.text()) + " stands here a second time");
      }
    }
    return new Setting.Group(entries, place);
  }

  private Origin place(Event event) {
    return origin.at(event.getStartMark().map(Mark::getLine).orElse(-1) + 1);
  }

  private static void refuseTag(Optional<String> tag, Origin place) {
    if (tag.isPresent()) {
      throw place.error("tags (!name) are not understood, remove this one");
    }
  }
}
