package io.boxfit.bench.doctor;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.util.Arrays;
import java.util.List;

/** Known kinds of fault, drawn by chance and put into trainings that no rule was made by. */
final class Moved {
  private static final long SEED = 10;

  private Moved() {}

  /**
   * Injections of some of the faults; not of those that bring a network of their own with them.
   *
   * @param known what was injected elsewhere
   * @param count of those that are drawn
   * @param hosts trainings that were not looked at before
   */
  static Injections of(List<Injections> known, int count, List<Base> hosts) {
    List<Fault> faults =
        known.stream().flatMap(some -> some.faults().stream()).filter(Moved::fits).toList();
    RandomStream stream = new Seed(SEED).stream("moved faults");
    List<Fault> drawn =
        Arrays.stream(stream.permutation(faults.size()))
            .limit(count)
            .mapToObj(faults::get)
            .map(Fault::moved)
            .toList();
    return new Injections(drawn, hosts);
  }

  private static boolean fits(Fault fault) {
    return fault.change().stream().noneMatch(setting -> setting.startsWith("network="));
  }
}
