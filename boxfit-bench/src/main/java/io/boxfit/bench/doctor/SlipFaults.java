package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.GRADIENTS_NOT_CLEARED;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.LAYERS_NOT_TRAINED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_BROADCAST;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of one line in the forward, the loss, the loop or the optimiser of a PyTorch program. */
final class SlipFaults {
  private static final List<String> PLAIN = List.of("slip=");
  private static final List<String> NO_PLAN = List.of("schedule=none");
  private static final List<String> SQUARES = List.of("loss=mse");

  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          Map.entry(SOFTMAX_OUTPUT, Map.of("slip=log softmax", PLAIN)),
          Map.entry(DEAD_OUTPUT, Map.of("slip=sigmoid of ReLU", PLAIN)),
          Map.entry(
              POSITION_LOST,
              Map.of("slip=largest of the map", PLAIN, "slip=average of the map", PLAIN)),
          Map.entry(HEAD_TOO_SMALL, Map.of("slip=two between", PLAIN)),
          Map.entry(
              DROPOUT_TOO_HIGH,
              Map.of(
                  "slip=pixels dropped",
                  List.of("share=0.2"),
                  "slip=each layer dropped",
                  List.of("share=0.2"))),
          Map.entry(DEAD_UNITS, Map.of("slip=binary features", PLAIN, "loss=cut", SQUARES)),
          Map.entry(
              LAYERS_NOT_TRAINED,
              Map.of("slip=last layer alone", PLAIN, "slip=body of a tuned rate", PLAIN)),
          Map.entry(FIRST_WEIGHTS_TOO_LARGE, Map.of("slip=own randn", PLAIN)),
          Map.entry(ZERO_START, Map.of("slip=own ones", PLAIN)),
          Map.entry(VANISHING_GRADIENT, Map.of("depth=20", List.of("start=kaiming"))),
          Map.entry(LOSS_TURNS_NAN, Map.of("loss=own cross-entropy", SQUARES)),
          Map.entry(TARGETS_BROADCAST, Map.of("loss=column", SQUARES)),
          Map.entry(
              GRADIENTS_NOT_CLEARED, Map.of("cleared=of the head", List.of("cleared=each step"))),
          Map.entry(STOPPED_TOO_EARLY, Map.of("enough=0.1", List.of("enough=0.0"))),
          Map.entry(
              LEARNING_RATE_TOO_LOW,
              Map.of(
                  "slip=body of a tuned rate",
                  PLAIN,
                  "schedule=rate for factor",
                  NO_PLAN,
                  "schedule=plateau",
                  NO_PLAN)),
          Map.entry(
              LEARNING_RATE_TOO_HIGH,
              Map.of(
                  "slip=head of its own rate",
                  PLAIN,
                  "schedule=endless warm-up",
                  NO_PLAN,
                  "optimizer=inert",
                  List.of("optimizer=adam"))));

  private SlipFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        Fault.known("F.log_softmax in forward", Set.of(SOFTMAX_OUTPUT), "slip=log softmax"),
        Fault.known("a sigmoid of a ReLU", Set.of(DEAD_OUTPUT), "slip=sigmoid of ReLU"),
        Fault.known("the largest of each map", Set.of(POSITION_LOST), "slip=largest of the map"),
        Fault.known(
            "AvgPool2d of the map's size", Set.of(POSITION_LOST), "slip=average of the map"),
        Fault.known("two numbers between dense layers", Set.of(HEAD_TOO_SMALL), "slip=two between"),
        Fault.known(
            "nn.Dropout(0.9) of pixels",
            Set.of(DROPOUT_TOO_HIGH),
            "slip=pixels dropped",
            "share=0.9"),
        Fault.known(
            "nn.Dropout(0.5) after each layer",
            Set.of(DROPOUT_TOO_HIGH),
            "slip=each layer dropped",
            "share=0.5"),
        Fault.known(
            "features compared with zero",
            Set.of(DEAD_UNITS, VANISHING_GRADIENT),
            "slip=binary features"),
        Fault.known(
            "dense layers of torch.randn", Set.of(FIRST_WEIGHTS_TOO_LARGE), "slip=own randn"),
        Fault.known("dense layers of torch.ones", Set.of(ZERO_START), "slip=own ones"),
        Fault.known("twenty plain dense layers", Set.of(VANISHING_GRADIENT), "depth=20"),
        Fault.known(
            "requires_grad_ of a loss cut off", Set.of(DEAD_UNITS, LAYERS_NOT_TRAINED), "loss=cut"),
        Fault.known(
            "how much of the object is covered",
            Set.of(FILLS_PICTURE),
            "loss=covered",
            "format=xyxy"),
        Fault.known(
            "GIoU of centre and size taken as corners",
            Set.of(WRONG_READING, CROSSING_SIDES, LOSS_WITHOUT_OVERLAP),
            "loss=numbers as corners",
            "format=cxcywh"),
        Fault.known(
            "cross-entropy by hand without a sigmoid",
            Set.of(LOSS_TURNS_NAN),
            "loss=own cross-entropy",
            "output=none"),
        Fault.known("a column beside a row", Set.of(TARGETS_BROADCAST), "loss=column"),
        Fault.known(
            "an optimiser of the last layer alone",
            Set.of(LAYERS_NOT_TRAINED),
            "slip=last layer alone"),
        Fault.known(
            "gradients cleared of the head alone",
            Set.of(GRADIENTS_NOT_CLEARED),
            "cleared=of the head"),
        Fault.known(
            "the head's group at rate 1",
            Set.of(LEARNING_RATE_TOO_HIGH),
            "slip=head of its own rate"),
        Fault.known(
            "a new body at a tuned one's rate",
            Set.of(LEARNING_RATE_TOO_LOW, LAYERS_NOT_TRAINED),
            "slip=body of a tuned rate"),
        Fault.known("SGD(momentum=0.999)", Set.of(LEARNING_RATE_TOO_HIGH), "optimizer=inert"),
        Fault.known(
            "ASGD as it comes",
            Set.of(LEARNING_RATE_TOO_LOW, OPTIMIZER_DEFAULT),
            "optimizer=averaged"),
        Fault.known("Adam(eps=1)", Set.of(LEARNING_RATE_TOO_LOW), "optimizer=blunt"),
        Fault.known(
            "LambdaLR of rates, not of factors",
            Set.of(LEARNING_RATE_TOO_LOW),
            "schedule=rate for factor"),
        Fault.known(
            "ReduceLROnPlateau told every batch",
            Set.of(LEARNING_RATE_TOO_LOW),
            "schedule=plateau"),
        Fault.known(
            "a warm-up without an end", Set.of(LEARNING_RATE_TOO_HIGH), "schedule=endless warm-up"),
        Fault.known(
            "ended once the loss is below 0.1",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "enough=0.1"));
  }
}
