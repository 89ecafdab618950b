package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import java.util.List;
import java.util.Set;

/** Faults of Boxfit's recipes that come about in other ways than {@link BoxfitFaults}. */
final class FurtherBoxfitFaults {
  private static final String SIDES = Base.strided("sigmoid", "xyxy", "");
  private static final String FIRST = "network=[";
  private static final String HIDDEN = "{dense: {units: 64}}";
  private static final String LAST = "{dense: {units: 4}}";

  private FurtherBoxfitFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.known(
            "SGD as it comes", Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW), "optimizer=sgd"),
        Fault.known(
            "SGD 2e-5 with Nesterov's momentum",
            Set.of(LEARNING_RATE_TOO_LOW),
            "optimizer={name: sgd, learningRate: 0.00002, momentum: 0.9, nesterov: true}"),
        Fault.known(
            "Adam's epsilon of 1",
            Set.of(LEARNING_RATE_TOO_LOW, OPTIMIZER_DEFAULT),
            "optimizer={name: adam, learningRate: 0.001, epsilon: 1}"),
        Fault.known(
            "a rate that falls to a thousandth after each epoch",
            Set.of(LEARNING_RATE_TOO_LOW),
            "data.trainCount=3000",
            "epochs=4",
            "schedule={name: step, factor: 0.001, everyEpochs: 1}"),
        Fault.known(
            "Nesterov's momentum of 0.99 at a rate of 0.5",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "optimizer={name: sgd, learningRate: 0.5, momentum: 0.99, nesterov: true}"),
        Fault.known(
            "centred RMSprop 0.02 with momentum",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "optimizer={name: rmsProp, learningRate: 0.02, momentum: 0.9, centered: true}"),
        Fault.known(
            "-IoU on four sides",
            Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP),
            "loss=negativeIou"),
        Fault.known(
            "global maxima", Set.of(POSITION_LOST), SIDES.replace("flatten", "globalMaxPool2d")),
        Fault.known(
            "average pool that leaves two places",
            Set.of(POSITION_LOST),
            SIDES.replace("flatten", "{averagePool2d: {kernel: 11, stride: 11}}, flatten")),
        Fault.known(
            "two numbers before a wide layer",
            Set.of(HEAD_TOO_SMALL),
            SIDES.replace(HIDDEN, "{dense: {units: 2}}, " + HIDDEN)),
        Fault.known(
            "dropout of 0.95 on the picture",
            Set.of(DROPOUT_TOO_HIGH),
            SIDES.replace(FIRST, FIRST + "{dropout: {share: 0.95}}, ")),
        Fault.known(
            "a convolution whose units start dead",
            Set.of(DEAD_UNITS),
            "network=[{conv2d: {filters: 8, kernel: 5, stride: 2, biasInitializer: {constant:"
                + " {value: -30}}}}, relu, {conv2d: {filters: 16, kernel: 3, stride: 2}}, relu,"
                + " flatten, "
                + HIDDEN
                + ", relu, "
                + LAST
                + ", sigmoid, {boxHead: {format: xyxy, unit: relative}}]"),
        Fault.known(
            "sides that start at the lower right corner",
            Set.of(SATURATED_OUTPUT),
            SIDES.replace(LAST, "{dense: {units: 4, biasInitializer: {constant: {value: 15}}}}")),
        Fault.known(
            "last kernel of deviation 20",
            Set.of(FIRST_WEIGHTS_TOO_LARGE, SATURATED_OUTPUT),
            SIDES.replace(
                LAST, "{dense: {units: 4, initializer: {randomNormal: {deviation: 20}}}}")),
        Fault.known(
            "orthogonal kernels times 20",
            Set.of(FIRST_WEIGHTS_TOO_LARGE),
            "initializer.kernel={orthogonal: {gain: 20}}"),
        Fault.known(
            "dense kernels of 0.01",
            Set.of(ZERO_START),
            SIDES
                .replace("{units: 64}", "{units: 64, initializer: {constant: {value: 0.01}}}")
                .replace("{units: 4}", "{units: 4, initializer: {constant: {value: 0.01}}}")),
        Fault.known(
            "sigmoids between six convolutions",
            Set.of(VANISHING_GRADIENT),
            "network=[{conv2d: {filters: 8, kernel: 5, stride: 2}}, sigmoid, {conv2d: {filters: 8,"
                + " kernel: 3, stride: 2}}, sigmoid, "
                + "{conv2d: {filters: 8, kernel: 3, padding: same}}, sigmoid, ".repeat(4)
                + "flatten, "
                + HIDDEN
                + ", sigmoid, "
                + LAST
                + ", sigmoid, {boxHead: {format: xyxy, unit: relative}}]"),
        Fault.known(
            "batch norm on the picture that keeps 0.9998",
            Set.of(BATCH_NORM_NOT_SETTLED),
            SIDES.replace(FIRST, FIRST + "{batchNorm: {momentum: 0.9998}}, ")),
        Fault.known(
            "batches of 1024", Set.of(TOO_FEW_EPOCHS, LEARNING_RATE_TOO_LOW), "batchSize=1024"),
        Fault.known(
            "no patience",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "data.trainCount=1500",
            "epochs=8",
            "earlyStopping={patience: 0, minDelta: 0.5, restoreBest: false}"),
        knownInData(
            "forty letters again and again", Set.of(TOO_LITTLE_DATA, OVERFITTING), "samples=FEW"),
        knownInData(
            "every other box is of another picture", Set.of(TRUTH_MISMATCH), "samples=HALF"),
        knownInData("y measured from below", Set.of(WRONG_READING), "samples=FROM_BELOW"));
  }
}
