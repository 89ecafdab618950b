package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.predict.TensorSlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses among the inputs or outputs of a file. */
final class Slots {
  private Slots() {}

  /**
   * The one that is named, or the only one.
   *
   * @param file in messages
   * @param kind {@code input} or {@code output}: what the option is called, too
   * @throws BadInputException if none has the name, or there are several and none is named
   */
  static TensorSlot choose(
      String file, String kind, List<TensorSlot> slots, Optional<String> named) {
    if (named.isPresent()) {
      return slots.stream()
          .filter(slot -> slot.name().equals(named.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      "--%s: %s has no %s '%s'; it has %s"
                          .formatted(kind, file, kind, named.get(), words(slots))));
    }
    if (slots.size() == 1) {
      return slots.get(0);
    }
    throw new BadInputException(
        slots.isEmpty()
            ? "%s has no %s".formatted(file, kind)
            : "%s has %d %ss; name the %s by --%s: %s"
                .formatted(
                    file,
                    slots.size(),
                    kind,
                    kind.equals("input") ? "picture" : "box",
                    kind,
                    words(slots)));
  }

  /** All of them in one line. */
  static String words(List<TensorSlot> slots) {
    return slots.stream().map(TensorSlot::words).collect(Collectors.joining("; "));
  }
}
