package io.boxfit.data.folder;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The part of a set that names of files and folders tell: train, val or test. */
public final class PartName {
  private PartName() {}

  /**
   * The part that a word stands for.
   *
   * @param word for example {@code Training} or {@code valid}
   */
  public static Optional<String> ofWord(String word) {
    return Optional.ofNullable(
        switch (word.strip().toLowerCase(Locale.ROOT)) {
          case "train", "training", "trainval" -> "train";
          case "val", "valid", "validation", "validate", "dev" -> "val";
          case "test", "testing" -> "test";
          default -> null;
        });
  }

  /**
   * The part that a file's name tells, or else the nearest folder: {@code
   * annotations/instances_train2017.json} and {@code train/labels.json} are of train.
   */
  public static Optional<String> ofFile(String name) {
    List<String> words =
        List.of(RelativeName.stem(RelativeName.file(name)).split("[^A-Za-z]+", -1));
    List<String> parts = words.stream().flatMap(word -> ofWord(word).stream()).distinct().toList();
    return parts.size() == 1 ? Optional.of(parts.get(0)) : ofFolders(name);
  }

  /** The part that the nearest folder tells whose whole name, figures aside, is one. */
  public static Optional<String> ofFolders(String name) {
    String[] folders = RelativeName.folder(name).split("/", -1);
    for (int i = folders.length - 1; i >= 0; i--) {
      Optional<String> part = ofWord(folders[i].replaceAll("[0-9_-]+$", ""));
      if (part.isPresent()) {
        return part;
      }
    }
    return Optional.empty();
  }
}
