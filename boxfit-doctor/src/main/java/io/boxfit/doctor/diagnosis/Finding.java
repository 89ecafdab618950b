package io.boxfit.doctor.diagnosis;

import java.util.List;
import java.util.OptionalLong;

/**
 * What the doctor found.
 *
 * @param condition it is called
 * @param since the step from which it holds, where steps are known
 * @param evidence figures and places, one or two sentences
 * @param confidence 0 to 1; for a symptom, which is seen, 1
 * @param consequences findings that follow from this one
 */
public record Finding(
    Condition condition,
    OptionalLong since,
    String evidence,
    double confidence,
    List<Finding> consequences) {

  /** Copies the list. */
  public Finding {
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence must be in (0, 1], got " + confidence);
    }
    consequences = List.copyOf(consequences);
  }

  /** A symptom. */
  public static Finding seen(Condition condition, String evidence) {
    return new Finding(condition, OptionalLong.empty(), evidence, 1, List.of());
  }

  /** A cause that the evidence points to. */
  public static Finding suspected(Condition condition, double confidence, String evidence) {
    return new Finding(condition, OptionalLong.empty(), evidence, confidence, List.of());
  }

  /** This finding with the step from which it holds. */
  public Finding since(long step) {
    return new Finding(condition, OptionalLong.of(step), evidence, confidence, consequences);
  }

  /** This finding with what follows from it. */
  public Finding explaining(List<Finding> others) {
    return new Finding(condition, since, evidence, confidence, others);
  }
}
