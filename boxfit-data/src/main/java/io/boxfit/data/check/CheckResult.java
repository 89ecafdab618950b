package io.boxfit.data.check;

import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.Severity;
import java.util.List;

/** What a check found. */
public final class CheckResult {
  private final AnnotatedSet set;
  private final List<CheckedPicture> pictures;
  private final SetReading reading;
  private final SetStatistics statistics;
  private final List<Fault> faults;

  CheckResult(
      AnnotatedSet set,
      List<CheckedPicture> pictures,
      SetReading reading,
      SetStatistics statistics,
      List<Fault> faults) {
    this.set = set;
    this.pictures = List.copyOf(pictures);
    this.reading = reading;
    this.statistics = statistics;
    this.faults = List.copyOf(faults);
  }

  /** What was checked. */
  public AnnotatedSet set() {
    return set;
  }

  /** How many pictures are annotated. */
  public int images() {
    return pictures.size();
  }

  /** How many boxes they have. */
  public int boxes() {
    return pictures.stream().mapToInt(picture -> picture.annotated().boxes().size()).sum();
  }

  /** What is in the set. */
  public SetStatistics statistics() {
    return statistics;
  }

  /** What is wrong with it, the most serious first, each kind together. */
  public List<Fault> faults() {
    return faults;
  }

  /** Whether some fault is an error. */
  public boolean isSick() {
    return faults.stream().anyMatch(fault -> fault.code().severity() == Severity.ERROR);
  }

  List<CheckedPicture> pictures() {
    return pictures;
  }

  SetReading reading() {
    return reading;
  }
}
