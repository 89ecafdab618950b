package io.boxfit.data.check;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.SetCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A copy of a set without its faults: what can be repaired for certain is, what cannot is left out.
 *
 * @param set what is written
 * @param changes one line each, in the order of the pictures
 */
public record CleanedCopy(AnnotatedSet set, List<String> changes) {
  /** The log's name in the copy's folder. */
  public static final String LOG = "changes.log";

  /** Copies the list. */
  public CleanedCopy {
    changes = List.copyOf(changes);
  }

  /** Plans the copy; writes nothing. */
  public static CleanedCopy of(CheckResult result) {
    return new Cleaning(result).copy();
  }

  /** How many pictures are copied. */
  public int pictures() {
    return set.pictures().size();
  }

  /**
   * Writes the copy, in the format of the original, and the log.
   *
   * @param folder does not exist yet, or is empty
   * @param progress told how many pictures are copied so far
   * @throws BadInputException if the folder is not empty or must not be written, or nothing is left
   * @throws UncheckedIOException if reading or writing fails
   */
  public void write(Path folder, IntConsumer progress) {
    if (set.pictures().isEmpty()) {
      throw new BadInputException(
          "nothing is left of " + set.folder() + " to be written to " + folder + ".");
    }
    SetCopy.of(set, set.format()).write(folder, progress);
    String log = String.join("\n", changes) + (changes.isEmpty() ? "" : "\n");
    try {
      AtomicFile.write(folder.resolve(LOG), log.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder.resolve(LOG), e);
    }
  }
}
