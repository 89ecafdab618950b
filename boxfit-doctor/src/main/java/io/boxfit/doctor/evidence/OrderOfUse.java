package io.boxfit.doctor.evidence;

import io.boxfit.core.trace.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Layers in the order in which a batch meets them, where somebody looked. A program may list them
 * in another one: PyTorch's modules stand in the order in which they were made.
 *
 * @param names of layers in the order of their first use
 */
record OrderOfUse(List<String> names) {

  /** Copies the list. */
  OrderOfUse {
    names = List.copyOf(names);
  }

  static OrderOfUse of(Optional<Look.Forward> forward) {
    return new OrderOfUse(
        forward.map(Look.Forward::layers).orElse(List.of()).stream()
            .map(Look.Passed::name)
            .distinct()
            .toList());
  }

  /** What was used changes places among itself; what was not stays where it is. */
  <T> List<T> sorted(List<T> listed, Function<T, String> name) {
    List<T> used = new ArrayList<>();
    for (String next : names) {
      listed.stream().filter(layer -> name.apply(layer).equals(next)).forEach(used::add);
    }
    List<T> sorted = new ArrayList<>();
    int next = 0;
    for (T layer : listed) {
      sorted.add(names.contains(name.apply(layer)) ? used.get(next++) : layer);
    }
    return sorted;
  }
}
