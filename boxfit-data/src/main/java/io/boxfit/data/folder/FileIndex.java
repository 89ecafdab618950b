package io.boxfit.data.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The files below a folder, by path, by name, by ending. */
public final class FileIndex {
  private static final Set<String> PICTURES =
      Set.of(
          "jpg", "jpeg", "jfif", "jpe", "png", "bmp", "gif", "webp", "tif", "tiff", "heic", "heif",
          "avif", "ppm", "pgm");

  private final Path root;
  private final List<String> names;
  private final Set<String> known;
  private final Map<String, List<String>> pictures = new HashMap<>();

  /**
   * @param root the data set's folder
   * @param names of its files, as {@link FolderScan} finds them
   */
  public FileIndex(Path root, List<String> names) {
    this.root = root;
    this.names = names;
    known = new HashSet<>(names);
    for (String name : names) {
      if (isPicture(name)) {
        String file = RelativeName.file(name);
        index(file, name);
        index(RelativeName.stem(file), name);
      }
    }
  }

  private void index(String key, String name) {
    pictures.computeIfAbsent(key.toLowerCase(Locale.ROOT), k -> new ArrayList<>(1)).add(name);
  }

  /** The data set's folder. */
  public Path root() {
    return root;
  }

  /** All files, sorted. */
  public List<String> names() {
    return names;
  }

  /** Where a file lies. */
  public Path path(String name) {
    return root.resolve(name);
  }

  /** Whether there is such a file. */
  public boolean contains(String name) {
    return known.contains(name);
  }

  /** Whether some file lies in that folder or below it. */
  public boolean containsFolder(String folder) {
    return names.stream().anyMatch(name -> name.startsWith(folder + "/"));
  }

  /** Files with one of these endings, given in lower case without the dot; sorted. */
  public List<String> withEnding(String... endings) {
    Set<String> wanted = Set.of(endings);
    return names.stream().filter(name -> wanted.contains(ending(name))).toList();
  }

  /** All pictures, told by their ending; sorted. */
  public List<String> pictures() {
    return names.stream().filter(FileIndex::isPicture).toList();
  }

  /** Pictures of that file name, with or without its ending, whatever the case of its letters. */
  public List<String> picturesNamed(String file) {
    return pictures.getOrDefault(file.toLowerCase(Locale.ROOT), List.of());
  }

  /** Whether the ending is one of a picture. */
  public static boolean isPicture(String name) {
    return PICTURES.contains(ending(name));
  }

  private static String ending(String name) {
    String file = RelativeName.file(name);
    return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
