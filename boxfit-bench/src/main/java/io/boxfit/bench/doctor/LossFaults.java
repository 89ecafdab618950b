package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_UPSIDE_DOWN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.SIDE_WITHOUT_LOSS;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_BROADCAST;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of what PyTorch programs compare, and with what. */
final class LossFaults {
  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          Map.entry(
              TARGETS_BROADCAST,
              Map.ofEntries(
                  Map.entry("loss=left alone", List.of("loss=mse")),
                  Map.entry("loss=mean of targets", List.of("loss=mse")))),
          Map.entry(
              SIDE_WITHOUT_LOSS,
              Map.ofEntries(
                  Map.entry("loss=centres alone", List.of("loss=mse")),
                  Map.entry("loss=bottom with itself", List.of("loss=mse")),
                  Map.entry("loss=whole cells", List.of("loss=mse")))),
          Map.entry(LOSS_UPSIDE_DOWN, Map.of("loss=minus a distance", List.of("loss=l1"))));

  private LossFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        Fault.known(
            "all outputs compared with the left side",
            Set.of(TARGETS_BROADCAST),
            "loss=left alone"),
        Fault.known(
            "outputs compared with the mean target of a batch",
            Set.of(TARGETS_BROADCAST),
            "loss=mean of targets"),
        Fault.known("a loss of centres alone", Set.of(SIDE_WITHOUT_LOSS), "loss=centres alone"),
        Fault.known(
            "a column compared with itself", Set.of(SIDE_WITHOUT_LOSS), "loss=bottom with itself"),
        Fault.known("minus a distance", Set.of(LOSS_UPSIDE_DOWN), "loss=minus a distance"),
        Fault.known(
            "outputs rounded to pixels in the loss",
            Set.of(DEAD_GRADIENT, SIDE_WITHOUT_LOSS),
            "loss=whole cells"),
        Fault.known(
            "common areas that may be negative times negative",
            Set.of(CROSSING_SIDES, LOSS_WITHOUT_OVERLAP),
            "loss=overlap without a clamp"),
        Fault.known(
            "errors of those boxes that meet",
            Set.of(LOSS_WITHOUT_OVERLAP),
            "loss=where they meet"),
        Fault.known(
            "logarithms of sizes that may be negative",
            Set.of(LOSS_TURNS_NAN),
            "loss=logs of sizes"));
  }
}
