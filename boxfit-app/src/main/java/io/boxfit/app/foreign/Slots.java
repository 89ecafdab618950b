package io.boxfit.app.foreign;

import io.boxfit.core.BadInputException;
import io.boxfit.predict.TensorSlot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses among the inputs or outputs of a file. */
final class Slots {
  private static final long BOX = 4;

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
    if (kind.equals("output") && slots.size() > 1 && slots.stream().noneMatch(Slots::mayBeBox)) {
      throw new BadInputException(
          "%s has %d outputs, none of four numbers a picture: join them into one before the export, by torch.cat or keras.layers.Concatenate: %s"
              .formatted(file, slots.size(), words(slots)));
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

  /** Whether a picture may get four numbers, for one picture or for many; free sizes may be any. */
  private static boolean mayBeBox(TensorSlot slot) {
    List<Long> sizes = slot.shape();
    List<Long> inner = sizes.subList(Math.min(1, sizes.size()), sizes.size());
    return inner.stream().anyMatch(size -> size < 0)
        || inner.stream().reduce(1L, (a, b) -> a * b) == BOX
        || sizes.stream().reduce(1L, (a, b) -> a * b) == BOX;
  }

  /** All of them in one line. */
  static String words(List<TensorSlot> slots) {
    return slots.stream().map(TensorSlot::words).collect(Collectors.joining("; "));
  }
}
