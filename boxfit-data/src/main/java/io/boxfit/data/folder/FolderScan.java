package io.boxfit.data.folder;

import io.boxfit.core.BadInputException;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every regular file below a folder, found once, in an order that no file system decides. */
public final class FolderScan {
  /** Folders below each other; deeper ones are a fault. */
  public static final int DEEPEST = 24;

  private static final int MOST_FILES = 5_000_000;

  private final Path root;
  private final FaultLog faults;
  private final List<String> names = new ArrayList<>();
  private final Set<Object> visited = new HashSet<>();
  private final Deque<Folder> real = new ArrayDeque<>();
  private final Deque<Folder> linked = new ArrayDeque<>();

  private record Folder(Path path, String prefix, int depth) {}

  private FolderScan(Path root, FaultLog faults) {
    this.root = root;
    this.faults = faults;
  }

  /**
   * Names of all regular files below a folder: with forward slashes, sorted.
   *
   * <p>Links are followed after all that lies in the folder itself, and no folder is entered twice,
   * so that loops end and links upon links do not multiply. Hidden files and folders, and what
   * macOS leaves in archives, are left out.
   *
   * @param faults receives folders that cannot be read or lie too deep, and loops of links
   * @throws BadInputException if there are more than five million files
   */
  public static List<String> of(Path root, FaultLog faults) {
    FolderScan scan = new FolderScan(root, faults);
    scan.real.add(new Folder(root, "", 0));
    while (!scan.real.isEmpty() || !scan.linked.isEmpty()) {
      scan.enter(scan.real.isEmpty() ? scan.linked.removeFirst() : scan.real.removeFirst());
    }
    Collections.sort(scan.names);
    return List.copyOf(scan.names);
  }

  private void enter(Folder folder) {
    try {
      if (!visited.add(identity(folder.path()))) {
        if (folder.path().getParent().toRealPath().startsWith(folder.path().toRealPath())) {
          faults.add(
              FaultCode.LINK_LOOP, folder.path(), "the link leads back to a folder above it");
        }
        return;
      }
      if (folder.depth() > DEEPEST) {
        faults.add(
            FaultCode.UNREADABLE_FOLDER,
            folder.path(),
            "lies more than " + DEEPEST + " folders deep and is not searched");
        return;
      }
      List<Path> children = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.path())) {
        stream.forEach(children::add);
      }
      Collections.sort(children);
      for (Path child : children) {
        look(child, folder);
      }
    } catch (IOException | DirectoryIteratorException e) {
      faults.add(FaultCode.UNREADABLE_FOLDER, folder.path(), "the folder cannot be read");
    }
  }

  private void look(Path child, Folder folder) {
    String name = child.getFileName().toString();
    if (name.startsWith(".") || name.equals("__MACOSX")) {
      return;
    }
    if (!isReachable(child, folder, name)) {
      faults.add(
          FaultCode.UNREADABLE_FOLDER,
          folder.path(),
          "a file's name cannot be read, set a UTF-8 locale such as LC_ALL=C.UTF-8");
      return;
    }
    if (Files.isDirectory(child)) {
      (Files.isSymbolicLink(child) ? linked : real)
          .add(new Folder(child, folder.prefix() + name + "/", folder.depth() + 1));
    } else if (Files.isRegularFile(child)) {
      names.add(folder.prefix() + name);
      if (names.size() > MOST_FILES) {
        throw new BadInputException(
            root + " holds more than " + MOST_FILES + " files: name the folder of one data set.");
      }
    }
  }

  /** Whether its name, as text, leads back to it; in a locale of ASCII umlauts do not. */
  private static boolean isReachable(Path child, Folder folder, String name) {
    try {
      return folder.path().resolve(name).equals(child);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Object identity(Path folder) throws IOException {
    Object key = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
    return key == null ? folder.toRealPath() : key;
  }
}
