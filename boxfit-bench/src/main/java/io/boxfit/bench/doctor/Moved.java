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
   * Injections of some of the faults.
   *
   * @param known faults of which any works in any of the hosts
   * @param count of those that are drawn
   * @param hosts trainings that were not looked at before
   */
  static Injections of(List<Fault> known, int count, List<Base> hosts) {
    RandomStream stream = new Seed(SEED).stream("moved faults");
    List<Fault> drawn =
        Arrays.stream(stream.permutation(known.size()))
            .limit(count)
            .mapToObj(known::get)
            .map(Fault::moved)
            .toList();
    return new Injections(drawn, hosts);
  }
}
