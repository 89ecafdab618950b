package io.boxfit.data.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths below the root of a data set as text: forward slashes, no dots; the root itself is "". */
public final class RelativeName {
  private RelativeName() {}

  /**
   * What a path means that is written in some folder.
   *
   * @param folder relative name of the folder
   * @param path with forward slashes, perhaps with {@code .} and {@code ..}
   * @return empty if it climbs out of the root
   */
  public static Optional<String> resolve(String folder, String path) {
    List<String> parts = new ArrayList<>();
    for (String part : (folder + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** The folder of a file; "" at the root. */
  public static String folder(String name) {
    return name.substring(0, Math.max(0, name.lastIndexOf('/')));
  }

  /** The last part. */
  public static String file(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Without the ending of the file, if it has one. */
  public static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > name.lastIndexOf('/') + 1 ? name.substring(0, dot) : name;
  }

  /** How many parts two names share at the end. */
  static int sharedEnd(String one, String other) {
    String[] a = one.split("/", -1);
    String[] b = other.split("/", -1);
    int shared = 0;
    while (shared < Math.min(a.length, b.length)
        && a[a.length - 1 - shared].equals(b[b.length - 1 - shared])) {
      shared++;
    }
    return shared;
  }

  /** How many parts two names share at the beginning. */
  static int sharedStart(String one, String other) {
    String[] a = one.split("/", -1);
    String[] b = other.split("/", -1);
    int shared = 0;
    while (shared < Math.min(a.length, b.length) && a[shared].equals(b[shared])) {
      shared++;
    }
    return shared;
  }
}
