package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.LAYERS_NOT_TRAINED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_UPSIDE_DOWN;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.WEIGHT_DECAY_TOO_HIGH;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of optimisers, schedules and loops of PyTorch programs. */
final class LoopFaults {
  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          Map.entry(WEIGHT_DECAY_TOO_HIGH, Map.of("loop=penalty", List.of("loop="))),
          Map.entry(LOSS_UPSIDE_DOWN, Map.of("optimizer=ascending", List.of("optimizer=adam"))),
          Map.entry(
              LAYERS_NOT_TRAINED,
              Map.ofEntries(
                  Map.entry("trained=another model's", List.of("trained=all")),
                  Map.entry("trained=hidden layer alone", List.of("trained=all")))),
          Map.entry(STOPPED_TOO_EARLY, Map.of("loop=eleven batches", List.of("loop="))));

  private LoopFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        Fault.known("an L2 penalty by hand", Set.of(WEIGHT_DECAY_TOO_HIGH), "loop=penalty"),
        Fault.known(
            "an optimiser that maximises",
            Set.of(LOSS_UPSIDE_DOWN),
            "optimizer=ascending",
            "rate=0.001"),
        Fault.known(
            "Rprop on small batches",
            Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_HIGH),
            "optimizer=rprop",
            "rate=0.01"),
        Fault.known(
            "Adagrad whose sums begin at a thousand",
            Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW),
            "optimizer=filled",
            "rate=0.01"),
        Fault.known("gradients clipped to 1e-5", Set.of(LEARNING_RATE_TOO_LOW), "clip=0.00001"),
        Fault.known(
            "an optimiser of another model's weights",
            Set.of(LAYERS_NOT_TRAINED),
            "trained=another model's"),
        Fault.known(
            "all but one layer frozen by its name",
            Set.of(LAYERS_NOT_TRAINED),
            "trained=hidden layer alone"),
        Fault.known(
            "a warm-up that never ends", Set.of(LEARNING_RATE_TOO_LOW), "schedule=far warm-up"),
        Fault.known(
            "a decay that is through after a hundredth",
            Set.of(LEARNING_RATE_TOO_LOW),
            "schedule=spent"),
        Fault.known(
            "a break after eleven batches",
            Set.of(TOO_FEW_EPOCHS, STOPPED_TOO_EARLY),
            "loop=eleven batches"),
        Fault.known(
            "optimizer.step() after the inner loop",
            Set.of(TOO_FEW_EPOCHS, LEARNING_RATE_TOO_LOW),
            "loop=step of an epoch"));
  }
}
