package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_PREPROCESSING;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of Boxfit's recipes and of their letters, as a teacher would name them first. */
final class OrdinaryBoxfitFaults {
  private static final String NETWORK = OrdinaryBases.network();
  private static final String HIDDEN = "{dense: {units: 64}}, relu";
  private static final String LAST = "{dense: {units: 4}}";
  private static final String POOL = "{maxPool2d: {kernel: 2, stride: 2}}";

  private OrdinaryBoxfitFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.known(
            "pixels asked of a linear layer",
            Set.of(TARGETS_NOT_SCALED),
            NETWORK.replace("relative", "pixels")),
        Fault.known(
            "kernels of deviation 0.001",
            Set.of(FIRST_WEIGHTS_TOO_SMALL, VANISHING_GRADIENT),
            "initializer.kernel={randomNormal: {deviation: 0.001}}"),
        Fault.known(
            "a classifier's softmax",
            Set.of(SOFTMAX_OUTPUT),
            NETWORK.replace(LAST, LAST + ", softmax")),
        Fault.known(
            "sigmoids in five hidden layers",
            Set.of(VANISHING_GRADIENT),
            NETWORK.replace(
                HIDDEN,
                "{dense: {units: 64}}, sigmoid, ".repeat(4) + "{dense: {units: 64}}, sigmoid")),
        Fault.known(
            "dropout of 0.8 after each pool and the hidden layer",
            Set.of(DROPOUT_TOO_HIGH),
            NETWORK
                .replace(POOL, POOL + ", {dropout: {share: 0.8}}")
                .replace(HIDDEN, HIDDEN + ", {dropout: {share: 0.8}}")),
        Fault.known(
            "globalMaxPool2d for flatten",
            Set.of(POSITION_LOST),
            NETWORK.replace("flatten", "globalMaxPool2d")),
        Fault.known(
            "batch norm by Keras's default",
            Set.of(BATCH_NORM_NOT_SETTLED),
            NETWORK.replace("same}}, relu", "same}}, batchNorm, relu")),
        Fault.known(
            "Adam 2e-5",
            Set.of(LEARNING_RATE_TOO_LOW, TOO_FEW_EPOCHS),
            "optimizer={name: adam, learningRate: 0.00002}"),
        Fault.known(
            "AdamW 0.1",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "optimizer={name: adamW, learningRate: 0.1}"),
        Fault.known(
            "Adadelta 0.01", Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW), Base.adadelta(0.01)),
        Fault.known(
            "-IoU of four sides",
            Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP),
            "loss=negativeIou"),
        Fault.known("a sixth of the letters, once", Set.of(TOO_FEW_EPOCHS), "data.trainCount=2000"),
        Fault.known(
            "no patience with a gain of 0.05",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "data.trainCount=1500",
            "epochs=12",
            "earlyStopping={patience: 0, minDelta: 0.05, monitor: validationLoss}"),
        Fault.knownInData(
            "a hundred letters",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "data.trainCount=125",
            "data.validationShare=0.2",
            "epochs=100"),
        Fault.knownInData(
            "divided by 255 before they were stored as bytes",
            Set.of(INPUTS_NOT_SCALED, WRONG_PREPROCESSING),
            "samples=DARK"),
        Fault.knownInData(
            "centre and size read as corner and size",
            Set.of(WRONG_READING),
            "samples=CENTRE_AS_CORNER"),
        Fault.knownInData(
            "x in shares of the height, y in shares of the width",
            Set.of(WRONG_READING),
            "samples=WRONG_SIDE"),
        Fault.knownInData(
            "boxes from the last to the first", Set.of(TRUTH_MISMATCH), "samples=BACKWARDS"),
        Fault.knownInData(
            "pictures turned by up to 60 degrees alone",
            Set.of(MIRRORED_ALONE, TRUTH_MISMATCH),
            "samples=ROTATED"));
  }
}
