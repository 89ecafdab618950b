package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PictureFinder.Source;
import io.boxfit.data.folder.RelativeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pictures that a {@code data.yaml} lists for train, val and test, as folders or as files of
 * paths.
 *
 * <p>Loaders of YOLO insist on both train and val. So what is listed for val counts only where it
 * differs from the others: with train and val the same and no test, the set has no parts.
 */
final class YoloParts {
  private final SetCollector set;
  private final YoloYaml yaml;
  private final String folder;

  private YoloParts(SetCollector set, YoloYaml yaml, String name) {
    this.set = set;
    this.yaml = yaml;
    folder = RelativeName.folder(name);
  }

  /**
   * Pictures by part, with "" for those that are listed without one.
   *
   * @param name of the yaml
   */
  static Map<String, Set<NamedPicture>> of(SetCollector set, YoloYaml yaml, String name) {
    YoloParts parts = new YoloParts(set, yaml, name);
    Map<String, Set<NamedPicture>> listed = new LinkedHashMap<>();
    yaml.parts().forEach((part, entries) -> listed.put(part, parts.pictures(part, entries)));
    listed.values().removeIf(Set::isEmpty);
    Set<NamedPicture> val = listed.get("val");
    if (val != null && val.equals(listed.get("test"))) {
      listed.remove("val");
    } else if (val != null && val.equals(listed.get("train"))) {
      listed.remove("val");
      if (!listed.containsKey("test")) {
        listed.put("", listed.remove("train"));
      }
    }
    return listed;
  }

  private Set<NamedPicture> pictures(String part, List<String> entries) {
    Set<NamedPicture> pictures = new LinkedHashSet<>();
    for (String entry : entries) {
      Optional<String> found = locate(entry.strip().replace('\\', '/'), part);
      if (found.isEmpty()) {
        continue;
      }
      if (set.files().contains(found.get())) {
        list(found.get(), part, pictures);
      } else {
        String prefix = found.get().isEmpty() ? "" : found.get() + "/";
        for (String picture : set.files().pictures()) {
          if (picture.startsWith(prefix)) {
            pictures.add(new NamedPicture(picture, set.files().path(picture)));
          }
        }
      }
    }
    return pictures;
  }

  private void list(String name, String part, Set<NamedPicture> pictures) {
    if (FileIndex.isPicture(name)) {
      pictures.add(new NamedPicture(name, set.files().path(name)));
      return;
    }
    TextLines.read(
        set.files().path(name),
        set.faults(),
        (text, line) -> {
          if (!text.isBlank()) {
            Fault.Place place = new Fault.Place(set.files().path(name), line);
            Source source = new Source(RelativeName.folder(name), Optional.of(part), place);
            set.finder().find(text, source).ifPresent(pictures::add);
          }
        });
  }

  /** The file or folder that an entry means; many files climb one folder too far. */
  private Optional<String> locate(String entry, String part) {
    List<String> ways = new ArrayList<>();
    String path = yaml.path().strip().replace('\\', '/');
    if (!isAbsolute(entry)) {
      if (!path.isEmpty() && !isAbsolute(path)) {
        RelativeName.resolve(folder, path + "/" + entry).ifPresent(ways::add);
      }
      RelativeName.resolve(folder, entry).ifPresent(ways::add);
      RelativeName.resolve("", entry).ifPresent(ways::add);
    }
    boolean outside = !isAbsolute(entry) && RelativeName.resolve("one/" + folder, entry).isEmpty();
    String tail = entry.replaceFirst("^(?:[A-Za-z]:)?(?:/|\\.\\.?/)*", "");
    while (!tail.isEmpty()) {
      RelativeName.resolve(folder, tail).ifPresent(ways::add);
      RelativeName.resolve("", tail).ifPresent(ways::add);
      int slash = tail.indexOf('/');
      tail = slash < 0 || !isAbsolute(entry) ? "" : tail.substring(slash + 1);
    }
    Predicate<String> there =
        name -> name.isEmpty() || set.files().contains(name) || set.files().containsFolder(name);
    Optional<String> found = ways.stream().filter(there).findFirst();
    if (found.isEmpty()) {
      String said = yaml.place().file().getFileName() + " names '" + entry + "' for " + part;
      if (outside) {
        set.faults()
            .add(
                FaultCode.PATH_OUTSIDE,
                yaml.place(),
                "names '" + entry + "' for " + part + ", outside " + set.files().root());
      } else {
        set.remark(said + ", which is not there.");
      }
    }
    return found;
  }

  private static boolean isAbsolute(String path) {
    return path.matches("(?:[A-Za-z]:|~)?/.*");
  }
}
