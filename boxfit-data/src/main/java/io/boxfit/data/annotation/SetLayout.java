package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PictureFinder;
import io.boxfit.data.folder.PictureFinder.Source;
import io.boxfit.data.folder.RelativeName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What writers must know of a whole set before its first picture. */
final class SetLayout {
  private final List<String> labels;
  private final boolean inParts;
  private final Collection<String> names;
  private final PictureFinder finder;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, String> annotationNames = new HashMap<>();

  /**
   * @param folder of the set
   * @param labels in the order of their numbers
   * @param names of all pictures, sorted
   * @param inParts whether some picture belongs to a part
   */
  SetLayout(Path folder, List<String> labels, List<String> names, boolean inParts) {
    this.labels = labels;
    this.names = names;
    labels.forEach(label -> numbers.putIfAbsent(label, numbers.size()));
    this.inParts = inParts;
    finder = new PictureFinder(new FileIndex(folder, names), new FaultLog());
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      String own = withoutImages(name);
      String free = RelativeName.stem(own);
      for (int i = 1; !taken.add(free); i++) {
        free = i == 1 ? own : own + "-" + i;
      }
      annotationNames.put(name, free);
    }
  }

  List<String> labels() {
    return labels;
  }

  /** The number of a label, from 0. */
  int number(String label) {
    return numbers.get(label);
  }

  /** Whether some picture belongs to a part. */
  boolean inParts() {
    return inParts;
  }

  /** Whether all pictures lie in {@code images}. */
  boolean allInImages() {
    return names.stream().allMatch(name -> name.startsWith(Annotation.IMAGES + "/"));
  }

  /** The path of a picture's own annotation file without its ending; no two share one. */
  String annotationName(String picture) {
    return annotationNames.get(picture);
  }

  /**
   * How a file in a folder names a picture: without {@code images/} as most tools write, unless
   * that would be another one's name.
   *
   * @param folder of the annotation file, "" for the root
   */
  String path(String picture, String folder) {
    Source source = new Source(folder, Optional.empty(), new Fault.Place(Path.of(""), 0));
    String up = folder.isEmpty() ? "./" : "../".repeat(folder.split("/", -1).length);
    for (String path : List.of(withoutImages(picture), picture)) {
      if (finder.find(path, source).map(NamedPicture::name).filter(picture::equals).isPresent()) {
        return path;
      }
    }
    return up + picture;
  }

  private static String withoutImages(String name) {
    String prefix = Annotation.IMAGES + "/";
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }
}
