package io.boxfit.bench.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One training of the benchmark.
 *
 * @param ward that trains it
 * @param base a training that works
 * @param fault that was put into it, if any
 * @param seed of its start
 */
record Subject(Ward ward, Base base, Optional<Fault> fault, long seed) {

  /** What is changed in what the ward's trainings have in common. */
  List<String> settings() {
    List<String> all = new ArrayList<>(base.options());
    fault.ifPresent(f -> all.addAll(f.change()));
    return all;
  }

  /** The same training without the fault. */
  Subject twin() {
    return new Subject(ward, base, Optional.empty(), seed);
  }

  /** The fault's kind, or the base. */
  String kind() {
    return fault.map(Fault::kind).orElse(base.name());
  }

  Half half() {
    return fault.map(Fault::half).orElse(base.half());
  }

  /** A name for its folder: other settings under the same words are another training. */
  String key() {
    String words = ward.name() + " " + base.name() + " " + fault.map(Fault::kind).orElse("well");
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-")
        + "-"
        + Integer.toHexString(settings().hashCode())
        + "-"
        + seed;
  }
}
