package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.known;
import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.GRADIENTS_NOT_CLEARED;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.LAYERS_NOT_TRAINED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_UPSIDE_DOWN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.MIRRORED_ALONE;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SAMPLES_MIXED;
import static io.boxfit.doctor.diagnosis.Condition.SIDE_WITHOUT_LOSS;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WEIGHT_DECAY_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_PREPROCESSING;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Set;

/** Faults of small PyTorch programs: what people write, and what they are given. */
final class PyTorchFaults {
  private static final Set<Condition> NO_PULL =
      Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP);

  private PyTorchFaults() {}

  static List<Fault> all() {
    return List.of(
        knownInData("pictures of 0 to 255", Set.of(INPUTS_NOT_SCALED), "pixels=raw"),
        knownInData("pixels asked of a sigmoid", Set.of(TARGETS_NOT_SCALED), "targets=pixels"),
        knownInData(
            "centres trained, read as corners",
            Set.of(WRONG_READING),
            "format=cxcywh",
            "read=xyxy"),
        knownInData(
            "corner and size trained, read as corners",
            Set.of(WRONG_READING),
            "format=xywh",
            "read=xyxy"),
        knownInData(
            "y before x trained, read as x before y",
            Set.of(WRONG_READING),
            "format=yxyx",
            "read=xyxy"),
        knownInData("x scaled by the height", Set.of(WRONG_READING), "read=wrong side"),
        knownInData("boxes of other pictures", Set.of(TRUTH_MISMATCH), "truth=shuffled"),
        knownInData("boxes of the next picture", Set.of(TRUTH_MISMATCH), "truth=shifted"),
        knownInData("pictures that are not numbers", Set.of(BROKEN_SAMPLES), "truth=broken"),
        knownInData("flipped left and right alone", Set.of(MIRRORED_ALONE), "mirror=across"),
        knownInData("flipped up and down alone", Set.of(MIRRORED_ALONE), "mirror=down"),
        knownInData(
            "sixty pictures", Set.of(TOO_LITTLE_DATA, OVERFITTING), "samples=64", "epochs=300"),
        known("a softmax", Set.of(SOFTMAX_OUTPUT), "output=softmax"),
        known("a ReLU on the outputs", Set.of(DEAD_OUTPUT), "output=relu"),
        known("nn.Dropout(0.95)", Set.of(DROPOUT_TOO_HIGH), "dropout=0.95"),
        known("nn.Dropout(0.85)", Set.of(DROPOUT_TOO_HIGH), "dropout=0.85"),
        known("AdaptiveAvgPool2d(1)", Set.of(POSITION_LOST), "pool=global"),
        known("one number before the outputs", Set.of(HEAD_TOO_SMALL), "units=1"),
        known("three numbers before the outputs", Set.of(HEAD_TOO_SMALL), "units=3"),
        known("rate of 0.3", Set.of(LEARNING_RATE_TOO_HIGH), "rate=0.3"),
        known("rate of 0.05", Set.of(LEARNING_RATE_TOO_HIGH), "rate=0.05"),
        known("rate of 1e-7", Set.of(LEARNING_RATE_TOO_LOW), "rate=0.0000001"),
        known("rate of 3e-6", Set.of(LEARNING_RATE_TOO_LOW), "rate=0.000003"),
        known(
            "Adadelta with Keras's rate",
            Set.of(OPTIMIZER_DEFAULT),
            "optimizer=adadelta",
            "rate=0.001"),
        known("dead units", Set.of(DEAD_UNITS), "start=dead", "activation=relu"),
        known("weights of zero", Set.of(ZERO_START, DEAD_UNITS), "start=zeros"),
        known("weights of 0.05", Set.of(ZERO_START), "start=constant"),
        known("weights of deviation 1", Set.of(FIRST_WEIGHTS_TOO_LARGE), "start=large"),
        known("weights of deviation 1e-4", Set.of(FIRST_WEIGHTS_TOO_SMALL), "start=small"),
        known(
            "sigmoids in a deep network",
            Set.of(VANISHING_GRADIENT),
            "net=deep",
            "activation=sigmoid"),
        known(
            "nn.BatchNorm2d(momentum=1e-4)",
            Set.of(BATCH_NORM_NOT_SETTLED),
            "net=norm",
            "momentum=0.0001"),
        known("1 - IoU on corners", NO_PULL, "loss=iou"),
        known("-ln(IoU) on corners", Set.of(LOSS_TURNS_NAN), "loss=ln_iou"),
        known("GIoU on corners", NO_PULL, "loss=giou", "format=xyxy"),
        known(
            "gradients that are never cleared",
            Set.of(GRADIENTS_NOT_CLEARED, LEARNING_RATE_TOO_HIGH),
            "zero_grad=false"),
        known("a body that is not trained", Set.of(LAYERS_NOT_TRAINED), "body=cut"),
        known("Adam with a weight decay of 0.3", Set.of(WEIGHT_DECAY_TOO_HIGH), "optimizer=heavy"),
        known("a loss of the upper left corner", Set.of(SIDE_WITHOUT_LOSS), "loss=corner"),
        known(
            "the IoU itself as the loss",
            Set.of(LOSS_UPSIDE_DOWN),
            "loss=overlap",
            "format=cxcywh"),
        known("gradients cleared before the step", Set.of(LAYERS_NOT_TRAINED), "cleared=too late"),
        known("F.softmax(out, 0)", Set.of(SOFTMAX_OUTPUT), "written=softmax of the batch"),
        known("maps permuted over the batch", Set.of(SAMPLES_MIXED), "written=mixed"),
        knownInData("asked about pictures of 0 to 255", Set.of(WRONG_PREPROCESSING), "asked=raw"),
        known("stopped after 40 steps", Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS), "stop=40"));
  }
}
