package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;

import java.util.List;
import java.util.Set;

/** Faults of Boxfit's recipes and of their letters that courses on deep learning warn of. */
final class TextbookBoxfitFaults {
  private static final String NETWORK = TextbookBases.network();
  private static final String HIDDEN = "{dense: {units: 48}}, relu";
  private static final String BOTH = HIDDEN + ", " + HIDDEN;
  private static final String LAST = "{dense: {units: 4}}";

  private TextbookBoxfitFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "sides that start at the upper left corner",
            Set.of(SATURATED_OUTPUT),
            NETWORK.replace(
                LAST, "{dense: {units: 4, biasInitializer: {constant: {value: -10}}}}")),
        Fault.of(
            "a ReLU after each dense layer, the last one too",
            Set.of(DEAD_OUTPUT),
            NETWORK.replace(LAST, LAST + ", relu")),
        Fault.of(
            "biases of -3 before ReLUs",
            Set.of(DEAD_UNITS),
            "initializer.bias={constant: {value: -3}}"),
        Fault.of(
            "kernels of -1 to 1",
            Set.of(FIRST_WEIGHTS_TOO_LARGE, EXPLODING_GRADIENT),
            "initializer.kernel={randomUniform: {minimum: -1, maximum: 1}}"),
        Fault.of(
            "kernels of a truncated normal of 0.001",
            Set.of(FIRST_WEIGHTS_TOO_SMALL, VANISHING_GRADIENT),
            "initializer.kernel={truncatedNormal: {deviation: 0.001}}"),
        Fault.of(
            "dropout of 0.85 after both hidden layers",
            Set.of(DROPOUT_TOO_HIGH),
            NETWORK.replace(HIDDEN, HIDDEN + ", {dropout: {share: 0.85}}")),
        Fault.of(
            "64 maps, each averaged, as classifiers end",
            Set.of(POSITION_LOST),
            NETWORK.replace(
                "flatten", "{conv2d: {filters: 64, kernel: 1}}, relu, globalAveragePool2d")),
        Fault.of(
            "one unit in the second hidden layer",
            Set.of(HEAD_TOO_SMALL),
            NETWORK.replace(BOTH, HIDDEN + ", {dense: {units: 1}}, relu")),
        Fault.of(
            "batch norm of 0.999 after both hidden layers",
            Set.of(BATCH_NORM_NOT_SETTLED),
            NETWORK.replace(HIDDEN, "{dense: {units: 48}}, {batchNorm: {momentum: 0.999}}, relu")),
        Fault.of(
            "Nadam 1e-5",
            Set.of(LEARNING_RATE_TOO_LOW, TOO_FEW_EPOCHS),
            "optimizer={name: nadam, learningRate: 0.00001}"),
        Fault.of(
            "RMSprop 0.05",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "optimizer={name: rmsProp, learningRate: 0.05}"),
        Fault.of("batches of 600", Set.of(TOO_FEW_EPOCHS, LEARNING_RATE_TOO_LOW), "batchSize=600"),
        Fault.of(
            "no patience with a gain of 0.1 of the IoU",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "data.trainCount=1000",
            "epochs=12",
            "earlyStopping={patience: 0, minDelta: 0.1, monitor: validationIou}"),
        Fault.inData(
            "120 letters",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "data.trainCount=150",
            "data.validationShare=0.2",
            "epochs=80"),
        Fault.inData(
            "boxes of pictures of twice the size",
            Set.of(TARGETS_NOT_SCALED, WRONG_READING),
            "samples=BOXES_DOUBLED"),
        Fault.inData(
            "corner and size read as centre and size",
            Set.of(WRONG_READING),
            "samples=CORNER_AS_CENTRE"),
        Fault.inData("the first box for all", Set.of(TRUTH_MISMATCH), "samples=FIRST_BOX"),
        Fault.inData(
            "pictures drawn smaller alone",
            Set.of(MIRRORED_ALONE, TRUTH_MISMATCH),
            "samples=SHRUNK"));
  }
}
