package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.folder.PartName;
import io.boxfit.data.folder.RelativeName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parts of {@code ImageSets/Main}: files of names, one a line, without their ending. */
final class VocLists {
  private final Map<String, String> parts = new HashMap<>();
  private final Map<String, String> weak = new HashMap<>();
  private boolean found;

  private VocLists() {}

  /** Reads all lists of a folder; lists of single classes are left out. */
  static VocLists read(SetCollector set) {
    VocLists lists = new VocLists();
    for (String name : set.files().withEnding("txt")) {
      String word = RelativeName.stem(RelativeName.file(name));
      String folder = "/" + RelativeName.folder(name);
      if (folder.endsWith("/ImageSets/Main") || folder.endsWith("/ImageSets")) {
        PartName.ofWord(word).ifPresent(part -> lists.read(set, name, word, part));
      }
    }
    return lists;
  }

  private void read(SetCollector set, String name, String word, String part) {
    found = true;
    Map<String, String> into = word.equalsIgnoreCase("trainval") ? weak : parts;
    TextLines.read(
        set.files().path(name),
        set.faults(),
        (text, line) -> {
          if (!text.isBlank()) {
            Fault.Place place = new Fault.Place(set.files().path(name), line);
            enter(text.strip(), part, into, set, place);
            if (!text.equals(text.strip())) {
              // Names may begin with a space, and lines may end with one.
              enter(text, part, into, set, place);
            }
          }
        });
  }

  private static void enter(
      String id, String part, Map<String, String> into, SetCollector set, Fault.Place place) {
    String other = into.putIfAbsent(id, part);
    if (other != null && !other.equals(part)) {
      set.faults().add(FaultCode.LEAK, place, id + " is listed for " + part + " and for " + other);
    }
  }

  /** Whether there are lists at all. */
  boolean found() {
    return found;
  }

  /** The part of the annotation file of that name; lists may name some of its folders, too. */
  Optional<String> part(String annotation) {
    String id = RelativeName.stem(annotation);
    for (Map<String, String> lists : List.of(parts, weak)) {
      for (String rest = id; ; rest = rest.substring(rest.indexOf('/') + 1)) {
        if (lists.containsKey(rest)) {
          return Optional.of(lists.get(rest));
        }
        if (rest.indexOf('/') < 0) {
          break;
        }
      }
    }
    return Optional.empty();
  }
}
