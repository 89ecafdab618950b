package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Set;

/**
 * One declared change to a training that works.
 *
 * @param kind in tables
 * @param tuned whether the doctor's thresholds were set while looking at it
 * @param right causes that name it; none where the doctor has no word for it
 * @param change to the recipe
 */
record Fault(String kind, boolean tuned, Set<Condition> right, List<String> change) {
  private static final Set<Condition> NO_PULL =
      Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP);

  /** The article's network and the strided one can both have these. */
  static List<Fault> all() {
    return List.of(
        tuned("-ln(IoU) without a guard", Set.of(LOSS_TURNS_NAN), "loss=lnIou"),
        tuned("guarded -ln(IoU) on four sides", NO_PULL, "loss=guardedLnIou"),
        tuned("GIoU on four sides", NO_PULL, "loss=giou"),
        tuned("CIoU on four sides", NO_PULL, "loss=ciou"),
        tuned("1 - IoU on four sides", NO_PULL, "loss=iou"),
        unseen("DIoU on four sides", NO_PULL, "loss=diou"),
        unseen("EIoU on four sides", NO_PULL, "loss=eiou"),
        tuned("Adadelta 0.001", Set.of(OPTIMIZER_DEFAULT), Base.adadelta(0.001)),
        unseen("Adadelta 0.0001", Set.of(OPTIMIZER_DEFAULT), Base.adadelta(0.0001)),
        tuned("Adam 0.1", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("adam", "0.1")),
        unseen("Adam 0.03", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("adam", "0.03")),
        unseen("Nadam 0.1", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("nadam", "0.1")),
        unseen("RMSprop 0.1", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("rmsProp", "0.1")),
        unseen("SGD 3", Set.of(LEARNING_RATE_TOO_HIGH), optimizer("sgd", "3, momentum: 0.9")),
        tuned("Adam 1e-6", Set.of(LEARNING_RATE_TOO_LOW), optimizer("adam", "0.000001")),
        tuned("SGD 1e-4", Set.of(LEARNING_RATE_TOO_LOW), optimizer("sgd", "0.0001")),
        unseen("RMSprop 1e-7", Set.of(LEARNING_RATE_TOO_LOW), optimizer("rmsProp", "0.0000001")),
        unseen("AdamW 3e-6", Set.of(LEARNING_RATE_TOO_LOW), optimizer("adamW", "0.000003")),
        tuned("kernels of zeros", Set.of(ZERO_START), "initializer.kernel=zeros"),
        unseen("kernels of ones", Set.of(ZERO_START), "initializer.kernel=ones"),
        unseen(
            "kernels of 0.05", Set.of(ZERO_START), "initializer.kernel={constant: {value: 0.05}}"),
        unseen(
            "kernels too large",
            Set.of(SATURATED_OUTPUT, EXPLODING_GRADIENT),
            "initializer.kernel={randomNormal: {deviation: 1}}"),
        unseen(
            "kernels too small",
            Set.of(VANISHING_GRADIENT),
            "initializer.kernel={randomNormal: {deviation: 0.00001}}"),
        unseen("softmax at the end", Set.of(SOFTMAX_OUTPUT), Base.strided("softmax", "xyxy", "")),
        unseen("ReLU at the end", Set.of(DEAD_OUTPUT), Base.strided("relu", "xyxy", "")),
        unseen(
            "dropout of 0.97 before the dense layers",
            Set.of(),
            Base.strided("sigmoid", "xyxy", "{dropout: {share: 0.97}}, ")));
  }

  private static Fault tuned(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, true, right, List.of(change));
  }

  private static Fault unseen(String kind, Set<Condition> right, String... change) {
    return new Fault(kind, false, right, List.of(change));
  }

  private static String optimizer(String name, String rate) {
    return "optimizer={name: " + name + ", learningRate: " + rate + "}";
  }
}
