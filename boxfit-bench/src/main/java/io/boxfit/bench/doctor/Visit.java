package io.boxfit.bench.doctor;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One patient and what was said of it.
 *
 * @param group which table it belongs to
 * @param kind of fault, or the healthy base
 * @param half by which thresholds were set, or not
 * @param ill whether it is a patient: faulty, and worse than its healthy twin for it
 * @param well whether it is healthy for sure: nothing was changed, and all four sides follow
 * @param opinion the doctor's
 * @param traceAlone the doctor's without the recipe, where there is one
 * @param found share of the training's steps after which the cause is named and stays so
 * @param cured after how many cures it came near its twin, 0 for never; empty where none was tried
 * @param others what other tools say, by name
 */
record Visit(
    String group,
    String kind,
    Half half,
    boolean ill,
    boolean well,
    Opinion opinion,
    Optional<Opinion> traceAlone,
    OptionalDouble found,
    Optional<Integer> cured,
    Map<String, Opinion> others) {

  static final String HEALTHY = "healthy trainings";
  static final String NOISE = "healthy predictions";
  static final String PREDICTIONS = "faults in predictions";

  /** Faults in trainings of one framework. */
  static String trainings(String ward) {
    return "faults in " + ward + " trainings";
  }

  /** Whether a patient of some half belongs to a group. */
  boolean illOf(String name) {
    return ill && group.equals(name);
  }
}
