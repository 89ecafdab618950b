package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a study writes its files, each whole or not at all.
 *
 * @param path of the folder
 */
record StudyFolder(Path path) {

  /**
   * Makes the folder, where it is not there yet.
   *
   * @param advice what to do if it is not empty
   * @throws BadInputException if something lies in it, or it cannot be a folder
   */
  void begin(String advice) {
    try {
      Files.createDirectories(path);
      try (Stream<Path> inside = Files.list(path)) {
        if (inside.findAny().isPresent()) {
          throw new BadInputException(path + ": is not empty; " + advice);
        }
      }
    } catch (IOException e) {
      throw new BadInputException(path + ": cannot be used as a folder: " + e.getMessage(), e);
    }
  }

  Path file(String name) {
    return path.resolve(name);
  }

  void write(String name, ObjectNode tree) {
    write(name, tree.toPrettyString() + "\n");
  }

  /**
   * Writes a text as UTF-8.
   *
   * @throws UncheckedIOException if there is no room or no permission; an old file stands then
   */
  void write(String name, String text) {
    Path file = file(name);
    try {
      AtomicFile.write(file.toAbsolutePath(), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
