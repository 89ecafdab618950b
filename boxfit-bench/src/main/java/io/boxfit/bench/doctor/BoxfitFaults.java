package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.known;
import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Set;

/** Faults of Boxfit's own recipes; the article's network and the strided one can both have them. */
final class BoxfitFaults {
  private static final Set<Condition> NO_PULL =
      Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP);

  private BoxfitFaults() {}

  static List<Fault> all() {
    return List.of(
        known("-ln(IoU) without a guard", Set.of(LOSS_TURNS_NAN), "loss=lnIou"),
        known("guarded -ln(IoU) on four sides", NO_PULL, "loss=guardedLnIou"),
        known("GIoU on four sides", NO_PULL, "loss=giou"),
        known("CIoU on four sides", NO_PULL, "loss=ciou"),
        known("1 - IoU on four sides", NO_PULL, "loss=iou"),
        known("DIoU on four sides", NO_PULL, "loss=diou"),
        known("EIoU on four sides", NO_PULL, "loss=eiou"),
        known("Adadelta 0.001", Set.of(OPTIMIZER_DEFAULT), Base.adadelta(0.001)),
        known("Adadelta 0.0001", Set.of(OPTIMIZER_DEFAULT), Base.adadelta(0.0001)),
        known("Adam 0.1", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("adam", "0.1")),
        known("Adam 0.03", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("adam", "0.03")),
        known("Nadam 0.1", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("nadam", "0.1")),
        known("RMSprop 0.1", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("rmsProp", "0.1")),
        known("SGD 3", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("sgd", "3, momentum: 0.9")),
        known("Adam 1e-6", Set.of(LEARNING_RATE_TOO_LOW), optimizer("adam", "0.000001")),
        known("SGD 1e-4", Set.of(LEARNING_RATE_TOO_LOW), optimizer("sgd", "0.0001")),
        known("RMSprop 1e-7", Set.of(LEARNING_RATE_TOO_LOW), optimizer("rmsProp", "0.0000001")),
        known("AdamW 3e-6", Set.of(LEARNING_RATE_TOO_LOW), optimizer("adamW", "0.000003")),
        known("kernels of zeros", Set.of(ZERO_START), "initializer.kernel=zeros"),
        known("kernels of ones", Set.of(ZERO_START), "initializer.kernel=ones"),
        known(
            "kernels of 0.05", Set.of(ZERO_START), "initializer.kernel={constant: {value: 0.05}}"),
        known(
            "kernels too large",
            Set.of(FIRST_WEIGHTS_TOO_LARGE),
            "initializer.kernel={randomNormal: {deviation: 1}}"),
        known(
            "kernels too small",
            Set.of(FIRST_WEIGHTS_TOO_SMALL),
            "initializer.kernel={randomNormal: {deviation: 0.00001}}"),
        known("softmax at the end", Set.of(SOFTMAX_OUTPUT), Base.strided("softmax", "xyxy", "")),
        known("ReLU at the end", Set.of(DEAD_OUTPUT), Base.strided("relu", "xyxy", "")),
        known(
            "dropout of 0.97 before the dense layers",
            Set.of(DROPOUT_TOO_HIGH),
            Base.strided("sigmoid", "xyxy", "{dropout: {share: 0.97}}, ")),
        known(
            "dropout of 0.9 before the dense layers",
            Set.of(DROPOUT_TOO_HIGH),
            Base.strided("sigmoid", "xyxy", "{dropout: {share: 0.9}}, ")),
        known(
            "two numbers before the outputs", Set.of(HEAD_TOO_SMALL), head("{dense: {units: 2}}")),
        known(
            "units that start dead",
            Set.of(DEAD_UNITS),
            head("{dense: {units: 64, biasInitializer: {constant: {value: -50}}}}, relu")),
        known(
            "global average pool",
            Set.of(POSITION_LOST),
            Base.strided("sigmoid", "xyxy", "").replace("flatten", "globalAveragePool2d")),
        known(
            "sigmoids between eight dense layers",
            Set.of(VANISHING_GRADIENT),
            head(("{dense: {units: 32}}, sigmoid, ".repeat(8) + "{dense: {units: 32}}"))),
        known(
            "batch norm that keeps 0.9999",
            Set.of(BATCH_NORM_NOT_SETTLED),
            Base.strided("sigmoid", "xyxy", "{batchNorm: {momentum: 0.9999}}, ")),
        known("after thirty steps", Set.of(TOO_FEW_EPOCHS), "data.trainCount=980"),
        knownInData(
            "128 letters",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "data.trainCount=160",
            "data.validationShare=0.2",
            "epochs=90"),
        knownInData("boxes shuffled", Set.of(TRUTH_MISMATCH), "samples=SHUFFLED"),
        knownInData("boxes moved by one", Set.of(TRUTH_MISMATCH), "samples=SHIFTED"),
        knownInData("empty pictures", Set.of(TRUTH_MISMATCH), "samples=EMPTY"),
        knownInData("mirrored alone", Set.of(MIRRORED_ALONE), "samples=MIRRORED"),
        knownInData("upside down alone", Set.of(MIRRORED_ALONE), "samples=UPSIDE_DOWN"),
        knownInData("x and y swapped in training", Set.of(WRONG_READING), "samples=SWAPPED"));
  }

  /** The strided network with other layers between its map and its outputs. */
  private static String head(String layers) {
    return Base.strided("sigmoid", "xyxy", "").replace("{dense: {units: 64}}", layers);
  }

  private static String optimizer(String name, String rate) {
    return "optimizer={name: " + name + ", learningRate: " + rate + "}";
  }
}
