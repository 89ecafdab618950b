package io.boxfit.predict;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.GivenFile;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that a person named, or says in one line why that is impossible. */
final class InputFile {
  /** The longest array that every JVM can make. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

  private InputFile() {}

  /**
   * All bytes of a file, at least one.
   *
   * @throws BadInputException if it is missing, a folder, empty, over 2 GB or not readable
   */
  static byte[] read(Path path) {
    require(path);
    try {
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        throw new BadInputException(path + " is too large: " + size + " bytes, at most 2 GB");
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw GivenFile.unreadable(path, e);
    }
  }

  /**
   * Makes sure of a file with at least one byte.
   *
   * @throws BadInputException if it is missing, a folder, empty or not readable
   */
  static void require(Path path) {
    GivenFile.require(path);
    if (!Files.isRegularFile(path)) {
      throw new BadInputException(path + ": is not a regular file");
    }
    try {
      if (Files.size(path) == 0) {
        throw new BadInputException(path + ": is empty");
      }
    } catch (IOException e) {
      throw GivenFile.unreadable(path, e);
    }
    if (!Files.isReadable(path)) {
      throw GivenFile.unreadable(path, new AccessDeniedException(path.toString()));
    }
  }
}
