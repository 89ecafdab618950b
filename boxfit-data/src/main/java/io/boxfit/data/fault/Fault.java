package io.boxfit.data.fault;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing that is wrong with a data set.
 *
 * @param code what kind
 * @param place where
 * @param message what is wrong, one sentence with the figures
 */
public record Fault(FaultCode code, Place place, String message) {

  /** Rejects null. */
  public Fault {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(message, "message");
  }

  /** Place, message and remedy in one line. */
  public String line() {
    String remedy = code.remedy();
    // A sentence of its own elsewhere, here the rest of one.
    return place
        + ": "
        + message
        + "; "
        + remedy.substring(0, 1).toLowerCase(Locale.ROOT)
        + remedy.substring(1);
  }

  /**
   * A file, and a line in it where known.
   *
   * @param file annotation or picture
   * @param line from 1; 0 where there is none to name
   */
  public record Place(Path file, int line) {
    @Override
    public String toString() {
      return line > 0 ? file + ":" + line : file.toString();
    }
  }
}
