package io.boxfit.data.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects faults in the order in which they are met.
 *
 * <p>A file of a gigabyte can be wrong in every line: of each kind in each file the first hundred
 * are kept and the others counted, in one more fault at the end.
 */
public final class FaultLog {
  private static final int LISTED = 100;
  private static final int LONGEST = 300;

  private final List<Fault> faults = new ArrayList<>();
  private final Map<Kind, Integer> counts = new HashMap<>();

  private record Kind(FaultCode code, Path file) {}

  /**
   * Adds one.
   *
   * @param message one sentence without a full stop; what it quotes may be of any kind
   */
  public void add(FaultCode code, Fault.Place place, String message) {
    if (counts.merge(new Kind(code, place.file()), 1, Integer::sum) <= LISTED) {
      faults.add(new Fault(code, place, oneLine(message)));
    }
  }

  /** Adds one that concerns a whole file. */
  public void add(FaultCode code, Path file, String message) {
    add(code, new Fault.Place(file, 0), message);
  }

  /** All so far. */
  public List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() > LISTED)
        .map(
            entry ->
                new Fault(
                    entry.getKey().code(),
                    new Fault.Place(entry.getKey().file(), 0),
                    entry.getValue() - LISTED + " more of this kind are not listed"))
        .sorted(Comparator.comparing(Fault::line))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Messages quote files: line ends, terminal commands, megabytes. */
  private static String oneLine(String message) {
    String start = message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    return start.replaceAll("[\\p{Cc}\\p{Cs}\\u2028\\u2029]+", " ");
  }
}
