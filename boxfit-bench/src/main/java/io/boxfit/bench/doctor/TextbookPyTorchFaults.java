package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.CROSSING_SIDES;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FILLS_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.GRADIENTS_NOT_CLEARED;
import static io.boxfit.doctor.diagnosis.Condition.LAYERS_NOT_TRAINED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_UPSIDE_DOWN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SAMPLES_MIXED;
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

/** Faults of PyTorch programs that courses on deep learning warn of. */
final class TextbookPyTorchFaults {
  private static final List<String> PLAIN = List.of("textbook=");
  private static final List<String> WITH_A_SIGMOID = List.of("output=sigmoid");

  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          entry(
              BATCH_NORM_NOT_SETTLED,
              Map.of("textbook=norm without eval", List.of("textbook=norm"))),
          entry(CROSSING_SIDES, Map.of("loss=alpha-IoU", WITH_A_SIGMOID)),
          entry(FILLS_PICTURE, Map.of("loss=alpha-IoU", WITH_A_SIGMOID)),
          entry(EXPLODING_GRADIENT, Map.of("start=deviation of 0.5", List.of("clip=1"))),
          entry(
              GRADIENTS_NOT_CLEARED,
              Map.of("cleared=where it saves", List.of("cleared=each step"))),
          entry(LAYERS_NOT_TRAINED, Map.of("trained=biases alone", List.of("trained=all"))),
          entry(LOSS_TURNS_NAN, Map.of("loss=squared logarithms", List.of("loss=mse"))),
          entry(
              LOSS_UPSIDE_DOWN,
              Map.of("loss=log-likelihood", List.of("loss=minus log-likelihood"))),
          entry(
              POSITION_LOST,
              Map.of(
                  "textbook=end of MobileNetV2",
                  List.of("textbook=end of MobileNetV2 without its pool"))),
          entry(SAMPLES_MIXED, Map.of("textbook=sides as rows", PLAIN)),
          entry(SOFTMAX_OUTPUT, Map.of("textbook=softmax of corners", PLAIN)),
          entry(STOPPED_TOO_EARLY, Map.of("textbook=best batch", PLAIN)),
          entry(TARGETS_BROADCAST, Map.of("loss=last box", List.of("loss=l1"))),
          entry(
              VANISHING_GRADIENT,
              Map.of(
                  "textbook=four convolutions of sigmoids",
                  List.of("textbook=four convolutions of ReLUs"))));

  private TextbookPyTorchFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        Fault.of(
            "RMSprop(lr=0.03)", Set.of(LEARNING_RATE_TOO_HIGH), "optimizer=rmsprop", "rate=0.03"),
        Fault.of(
            "Adagrad of Keras",
            Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW),
            "optimizer=adagrad",
            "rate=0.001"),
        Fault.of(
            "alpha-IoU of four sides",
            Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP),
            "loss=alpha-IoU",
            "format=xyxy"),
        Fault.of(
            "squared errors of logarithms, without the 1 that is added",
            Set.of(LOSS_TURNS_NAN),
            "loss=squared logarithms"),
        Fault.of(
            "a log-likelihood without its minus", Set.of(LOSS_UPSIDE_DOWN), "loss=log-likelihood"),
        Fault.of(
            "all outputs compared with the last box of their batch",
            Set.of(TARGETS_BROADCAST),
            "loss=last box"),
        Fault.of(
            "a softmax of each corner",
            Set.of(SOFTMAX_OUTPUT),
            "output=none",
            "textbook=softmax of corners"),
        Fault.of(
            "four more convolutions, each with a sigmoid",
            Set.of(VANISHING_GRADIENT),
            "textbook=four convolutions of sigmoids"),
        Fault.of(
            "normal_(0, 0.5) on all layers",
            Set.of(FIRST_WEIGHTS_TOO_LARGE, EXPLODING_GRADIENT),
            "start=deviation of 0.5"),
        Fault.of("nn.Dropout(0.9) on the hidden layer", Set.of(DROPOUT_TOO_HIGH), "dropout=0.9"),
        Fault.of("the end of MobileNetV2", Set.of(POSITION_LOST), "textbook=end of MobileNetV2"),
        Fault.of(
            "model.eval() forgotten, asked about one picture at a time",
            Set.of(BATCH_NORM_NOT_SETTLED),
            "textbook=norm without eval"),
        Fault.of(
            "ended by an epoch that is worse than the best batch",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "textbook=best batch"),
        Fault.of(
            "zero_grad() where the weights are saved",
            Set.of(GRADIENTS_NOT_CLEARED),
            "cleared=where it saves"),
        Fault.of(
            "an optimiser of the biases alone", Set.of(LAYERS_NOT_TRAINED), "trained=biases alone"),
        Fault.of(
            "SGD(weight_decay=0.1)",
            Set.of(WEIGHT_DECAY_TOO_HIGH),
            "optimizer=rotted",
            "rate=0.05"),
        Fault.of(
            "out.view(4, -1).t() of the outputs", Set.of(SAMPLES_MIXED), "textbook=sides as rows"));
  }
}
