package io.boxfit.bench.doctor;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Set;

/**
 * One declared change to a training that works, or what somebody published who had it fail.
 *
 * @param kind in tables
 * @param known whether an earlier state of this benchmark had shown it, so that it cannot count
 *     among what was not looked at before
 * @param inData whether samples were changed, and not the recipe
 * @param right causes that name it
 * @param change to the settings
 */
record Fault(
    String kind, boolean known, boolean inData, Set<Condition> right, List<String> change) {

  static Fault known(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, true, false, right, List.of(change));
  }

  static Fault knownInData(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, true, true, right, List.of(change));
  }

  static Fault of(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, false, false, right, List.of(change));
  }

  static Fault inData(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, false, true, right, List.of(change));
  }

  Half half() {
    return known ? Half.SET : Half.REPORTED;
  }
}
