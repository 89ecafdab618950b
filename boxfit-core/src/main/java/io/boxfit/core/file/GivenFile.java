package io.boxfit.core.file;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that a person named, and the one way to say that it cannot be read. */
public final class GivenFile {
  private GivenFile() {}

  /**
   * Makes sure that something is there to be read; it may be a pipe.
   *
   * @throws BadInputException if it is missing or a folder
   */
  public static void require(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + ": is a folder; name a file in it");
    }
    if (!Files.exists(file)) {
      throw new BadInputException(file + ": does not exist");
    }
  }

  /** What stopped the reading of a file. */
  public static BadInputException unreadable(Path file, IOException why) {
    if (why instanceof NoSuchFileException) {
      return new BadInputException(file + ": does not exist", why);
    }
    String reason = why instanceof AccessDeniedException ? "no permission" : why.getMessage();
    return new BadInputException(file + ": cannot be read: " + reason, why);
  }
}
