package io.boxfit.data.annotation;

import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.RelativeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which text file belongs to which picture: the one whose path has {@code labels} for the last
 * {@code images}, else the one beside the picture, else the only one of its name.
 */
final class YoloFiles {
  private static final String LABELS = "labels";
  private static final Set<String> IMAGES =
      Set.of("images", "Images", "JPEGImages", "imgs", "img", "image", "pictures");
  private static final Set<String> CLASS_FILES =
      Set.of("classes.txt", "obj.names", "classes.names", "_darknet.labels", "labels.txt");

  private final FileIndex files;
  private final Map<String, List<String>> byStem = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  YoloFiles(FileIndex files) {
    this.files = files;
    for (String name : files.withEnding("txt")) {
      if (!CLASS_FILES.contains(RelativeName.file(name))) {
        byStem
            .computeIfAbsent(RelativeName.stem(RelativeName.file(name)), stem -> new ArrayList<>(1))
            .add(name);
      }
    }
  }

  /** The label file of a picture. */
  Optional<String> of(String picture) {
    String stem = RelativeName.stem(picture);
    Optional<String> found =
        Optional.of(label(picture))
            .filter(files::contains)
            .or(() -> Optional.of(label(picture, IMAGES)).filter(files::contains))
            .or(() -> Optional.of(stem + ".txt").filter(files::contains))
            .or(() -> only(RelativeName.file(stem)));
    found.ifPresent(used::add);
    return found;
  }

  /** Where loaders of YOLO look for the labels of a picture. */
  static String label(String picture) {
    return label(picture, Set.of("images"));
  }

  private static String label(String picture, Set<String> images) {
    String[] parts = RelativeName.stem(picture).split("/", -1);
    for (int i = parts.length - 2; i >= 0; i--) {
      if (images.contains(parts[i])) {
        parts[i] = LABELS;
        break;
      }
    }
    return String.join("/", parts) + ".txt";
  }

  /** Whether a picture lies below a folder for pictures, where those without labels count. */
  static boolean isInImages(String picture) {
    return isBelow(picture, IMAGES);
  }

  private static boolean isBelow(String name, Set<String> folders) {
    return Arrays.stream(RelativeName.folder(name).split("/", -1))
        .anyMatch(folder -> folders.contains(folder));
  }

  private Optional<String> only(String stem) {
    List<String> named = byStem.getOrDefault(stem, List.of());
    return named.size() == 1 && isBelow(named.get(0), Set.of(LABELS, "annotations", "txt"))
        ? Optional.of(named.get(0))
        : Optional.empty();
  }

  /** Label files below {@code labels} that no picture has asked for. */
  List<String> withoutPicture() {
    return byStem.values().stream()
        .flatMap(List::stream)
        .filter(name -> isBelow(name, Set.of(LABELS)) && !used.contains(name))
        .sorted()
        .toList();
  }

  /** The file that names the classes line by line. */
  Optional<String> classNames() {
    return files.names().stream()
        .filter(name -> CLASS_FILES.contains(RelativeName.file(name)))
        .min(Comparator.comparingInt(String::length));
  }
}
