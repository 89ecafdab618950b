package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.GRADIENTS_NOT_CLEARED;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LAYERS_NOT_TRAINED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_UPSIDE_DOWN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SAMPLES_MIXED;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_BROADCAST;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WEIGHT_DECAY_TOO_HIGH;
import static java.util.Map.entry;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of PyTorch programs, as a teacher would name them first. */
final class OrdinaryPyTorchFaults {
  private static final List<String> PLAIN = List.of("ordinary=");
  private static final List<String> USUAL_START = List.of("start=default");

  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          entry(BATCH_NORM_NOT_SETTLED, Map.of("ordinary=slow norm", PLAIN)),
          entry(CROSSING_SIDES, Map.of("loss=dice", List.of("output=sigmoid"))),
          entry(FILLS_PICTURE, Map.of("loss=dice", List.of("output=sigmoid"))),
          entry(DEAD_OUTPUT, Map.of("ordinary=relu6", PLAIN)),
          entry(DROPOUT_TOO_HIGH, Map.of("ordinary=whole maps dropped", PLAIN)),
          entry(
              GRADIENTS_NOT_CLEARED,
              Map.of("cleared=every twentieth step", List.of("cleared=each step"))),
          entry(HEAD_TOO_SMALL, Map.of("ordinary=four places of one channel", PLAIN)),
          entry(
              LAYERS_NOT_TRAINED,
              Map.of(
                  "trained=head on a frozen body",
                  List.of("trained=all"),
                  "trained=head of before",
                  List.of("trained=all"))),
          entry(LOSS_TURNS_NAN, Map.of("loss=percentage error", List.of("loss=mse"))),
          entry(LOSS_UPSIDE_DOWN, Map.of("loss=giou as it is", List.of("loss=giou"))),
          entry(
              POSITION_LOST,
              Map.of(
                  "ordinary=largest of each map",
                  PLAIN,
                  "ordinary=four places of one channel",
                  PLAIN)),
          entry(SAMPLES_MIXED, Map.of("ordinary=a column a sample", PLAIN)),
          entry(SATURATED_OUTPUT, Map.of("start=a box in pixels", USUAL_START)),
          entry(SOFTMAX_OUTPUT, Map.of("ordinary=twice a softmax", PLAIN)),
          entry(STOPPED_TOO_EARLY, Map.of("gain=0.02", List.of("gain=0.0"))),
          entry(TARGETS_BROADCAST, Map.of("ordinary=an axis too many", PLAIN)),
          entry(VANISHING_GRADIENT, Map.of("start=deviation of 0.001", USUAL_START)),
          entry(WEIGHT_DECAY_TOO_HIGH, Map.of("loop=l1 of all weights", List.of("loop="))));

  private OrdinaryPyTorchFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        Fault.known("rate of 5e-6", Set.of(LEARNING_RATE_TOO_LOW, TOO_FEW_EPOCHS), "rate=0.000005"),
        Fault.known("rate of 0.1", Set.of(LEARNING_RATE_TOO_HIGH), "rate=0.1"),
        Fault.known(
            "Adadelta 0.003",
            Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW),
            "optimizer=adadelta",
            "rate=0.003"),
        Fault.known(
            "dice of two boxes",
            Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP),
            "loss=dice"),
        Fault.known(
            "percentage error of sides that may be 0",
            Set.of(LOSS_TURNS_NAN),
            "loss=percentage error"),
        Fault.known("the GIoU itself as the loss", Set.of(LOSS_UPSIDE_DOWN), "loss=giou as it is"),
        Fault.known(
            "last biases of a box in pixels, then a sigmoid",
            Set.of(SATURATED_OUTPUT, FIRST_WEIGHTS_TOO_LARGE),
            "output=sigmoid",
            "start=a box in pixels"),
        Fault.known("F.relu6(out) / 6", Set.of(DEAD_OUTPUT), "output=none", "ordinary=relu6"),
        Fault.known(
            "twice a softmax", Set.of(SOFTMAX_OUTPUT), "output=none", "ordinary=twice a softmax"),
        Fault.known(
            "every bias of ReLUs at a detector's -4.6",
            Set.of(DEAD_UNITS),
            "activation=relu",
            "start=biases of -4.6"),
        Fault.known(
            "sigmoids in all layers, four more of them",
            Set.of(VANISHING_GRADIENT),
            "activation=sigmoid",
            "depth=4"),
        Fault.known(
            "xavier_uniform_(gain=5)",
            Set.of(EXPLODING_GRADIENT, FIRST_WEIGHTS_TOO_LARGE),
            "start=Xavier of gain 5"),
        Fault.known(
            "normal_(0, 0.001)",
            Set.of(FIRST_WEIGHTS_TOO_SMALL, VANISHING_GRADIENT),
            "start=deviation of 0.001"),
        Fault.known(
            "nn.Dropout2d(0.8) behind the body",
            Set.of(DROPOUT_TOO_HIGH),
            "ordinary=whole maps dropped"),
        Fault.known(
            "AdaptiveMaxPool2d(1) before the head",
            Set.of(POSITION_LOST),
            "ordinary=largest of each map"),
        Fault.known(
            "one channel, AdaptiveAvgPool2d(2)",
            Set.of(HEAD_TOO_SMALL, POSITION_LOST),
            "ordinary=four places of one channel"),
        Fault.known(
            "momentum=0.001 meant as Keras's 0.999",
            Set.of(BATCH_NORM_NOT_SETTLED),
            "ordinary=slow norm"),
        Fault.known("a single epoch", Set.of(TOO_FEW_EPOCHS), "epochs=1"),
        Fault.known(
            "EarlyStopping(min_delta=0.02)",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "gain=0.02"),
        Fault.known(
            "gradients cleared every twentieth step",
            Set.of(GRADIENTS_NOT_CLEARED),
            "cleared=every twentieth step"),
        Fault.known(
            "a head on a frozen body", Set.of(LAYERS_NOT_TRAINED), "trained=head on a frozen body"),
        Fault.known(
            "a head put in after the optimiser was made",
            Set.of(LAYERS_NOT_TRAINED),
            "trained=head of before"),
        Fault.known(
            "a penalty of all weights' sizes",
            Set.of(WEIGHT_DECAY_TOO_HIGH),
            "loop=l1 of all weights"),
        Fault.known(
            "outputs of shape [N, 1, 4]", Set.of(TARGETS_BROADCAST), "ordinary=an axis too many"),
        Fault.known(
            "reshape(-1, N).t() of the maps", Set.of(SAMPLES_MIXED), "ordinary=a column a sample"));
  }
}
