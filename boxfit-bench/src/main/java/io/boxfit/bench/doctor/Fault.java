package io.boxfit.bench.doctor;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Set;

/**
 * One declared change to a training that works, or what somebody published who had it fail.
 *
 * @param kind in tables
 * @param half by which rules may be made, or not: what an earlier state of this benchmark had shown
 *     cannot count among what was not looked at before
 * @param inData whether samples were changed, and not the recipe
 * @param right causes that name it
 * @param change to the settings
 */
record Fault(String kind, Half half, boolean inData, Set<Condition> right, List<String> change) {

  static Fault known(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, Half.SET, false, right, List.of(change));
  }

  static Fault knownInData(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, Half.SET, true, right, List.of(change));
  }

  static Fault of(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, Half.REPORTED, false, right, List.of(change));
  }

  static Fault inData(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, Half.REPORTED, true, right, List.of(change));
  }

  /** The same in a training that was not looked at before. */
  Fault moved() {
    return new Fault(kind, Half.MOVED, inData, right, change);
  }
}
