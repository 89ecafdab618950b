package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.SIDE_WITHOUT_LOSS;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.WEIGHT_DECAY_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of steps and of samples, put into Boxfit's recipes. */
final class StepFaults {
  private StepFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.known(
            "gradients clipped to next to nothing",
            Set.of(LEARNING_RATE_TOO_LOW),
            "optimizer={name: sgd, learningRate: 0.1, momentum: 0.9, clip: {globalNorm: 0.0001}}"),
        Fault.known(
            "a plateau seen after every epoch",
            Set.of(LEARNING_RATE_TOO_LOW),
            "data.trainCount=3000",
            "epochs=4",
            "schedule={name: reduceOnPlateau, factor: 0.001, patience: 0, minDelta: 1}"),
        Fault.known(
            "RMSprop's epsilon of 1",
            Set.of(LEARNING_RATE_TOO_LOW, OPTIMIZER_DEFAULT),
            "optimizer={name: rmsProp, learningRate: 0.001, epsilon: 1}"),
        Fault.known(
            "Adadelta 100",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "optimizer={name: adadelta, learningRate: 100}"),
        Fault.known(
            "RMSprop that remembers nothing",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "optimizer={name: rmsProp, learningRate: 0.01, rho: 0}"),
        Fault.known(
            "AdamW with a weight decay of 100",
            Set.of(WEIGHT_DECAY_TOO_HIGH),
            "optimizer={name: adamW, learningRate: 0.001, weightDecay: 100}"),
        Fault.known(
            "a loss of centres alone, as it comes", Set.of(SIDE_WITHOUT_LOSS), "loss=centerPoint"),
        Fault.known(
            "an early stop that asks for half of the IoU at once",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "data.trainCount=1500",
            "epochs=8",
            "earlyStopping={patience: 1, minDelta: 0.5, monitor: validationIou}"),
        knownInData(
            "pictures zoomed alone", Set.of(TRUTH_MISMATCH, MIRRORED_ALONE), "samples=ZOOMED"),
        knownInData(
            "boxes of pictures of half the size", Set.of(WRONG_READING), "samples=BOXES_HALVED"),
        knownInData("letters under noise", Set.of(TRUTH_MISMATCH), "samples=NOISY"),
        knownInData("two coins for picture and box", Set.of(MIRRORED_ALONE), "samples=TWO_COINS"),
        knownInData("two letters, the box of one", Set.of(TRUTH_MISMATCH), "samples=TWO_LETTERS"));
  }
}
