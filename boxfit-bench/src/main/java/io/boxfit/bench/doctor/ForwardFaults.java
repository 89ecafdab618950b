package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.HEAD_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.POSITION_LOST;
import static io.boxfit.doctor.diagnosis.Condition.SAMPLES_MIXED;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of what PyTorch programs write into {@code __init__} and {@code forward}. */
final class ForwardFaults {
  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          Map.entry(
              SOFTMAX_OUTPUT,
              Map.ofEntries(
                  Map.entry("forward=unit length", List.of("forward=sound")),
                  Map.entry("forward=layer norm", List.of("forward=sound")))),
          Map.entry(DEAD_OUTPUT, Map.of("forward=threshold", List.of("forward=sound"))),
          Map.entry(HEAD_TOO_SMALL, Map.of("forward=corner alone", List.of("forward=sound"))),
          Map.entry(
              POSITION_LOST,
              Map.ofEntries(
                  Map.entry("forward=mean of rows", List.of("forward=sound")),
                  Map.entry("forward=squeezed", List.of("forward=sound")))),
          Map.entry(
              SAMPLES_MIXED, Map.of("forward=attention over the batch", List.of("forward=sound"))),
          Map.entry(
              DROPOUT_TOO_HIGH,
              Map.ofEntries(
                  Map.entry("forward=always dropped", List.of("forward=sound", "dropout=0.2")),
                  Map.entry("forward=masked", List.of("forward=sound", "dropout=0.2")))),
          Map.entry(
              BATCH_NORM_NOT_SETTLED,
              Map.of("forward=norm of units", List.of("forward=norm of maps"))),
          Map.entry(DEAD_UNITS, Map.of("forward=hardshrink", List.of("forward=sound"))),
          Map.entry(
              VANISHING_GRADIENT, Map.of("forward=softmax between", List.of("forward=sound"))),
          Map.entry(EXPLODING_GRADIENT, Map.of("forward=over and over", List.of("clip=1"))),
          Map.entry(SATURATED_OUTPUT, Map.of("forward=far bias", List.of("forward=sound"))),
          Map.entry(FIRST_WEIGHTS_TOO_LARGE, Map.of("forward=far bias", List.of("forward=sound"))),
          Map.entry(ZERO_START, Map.of("forward=copies of the first", List.of("forward=sound"))),
          Map.entry(
              FIRST_WEIGHTS_TOO_SMALL, Map.of("forward=over fan-in", List.of("forward=sound"))));

  private ForwardFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        Fault.known(
            "F.normalize of the outputs",
            Set.of(SOFTMAX_OUTPUT, HEAD_TOO_SMALL),
            "forward=unit length"),
        Fault.known(
            "layer norm of the outputs",
            Set.of(HEAD_TOO_SMALL, SOFTMAX_OUTPUT),
            "forward=layer norm"),
        Fault.known("a sigmoid of a sigmoid", Set.of(SATURATED_OUTPUT), "forward=sigmoid twice"),
        Fault.known("F.threshold(out, 0.5, 0)", Set.of(DEAD_OUTPUT), "forward=threshold"),
        Fault.known("a hard sigmoid of 60 times", Set.of(SATURATED_OUTPUT), "forward=hard sigmoid"),
        Fault.known(
            "the corner alone, and a size that is always the same",
            Set.of(HEAD_TOO_SMALL),
            "forward=corner alone"),
        Fault.known(
            "x.mean(2) before the hidden layer", Set.of(POSITION_LOST), "forward=mean of rows"),
        Fault.known(
            "mean of the channels at two places",
            Set.of(HEAD_TOO_SMALL, POSITION_LOST),
            "forward=squeezed"),
        Fault.known(
            "nn.MultiheadAttention without batch_first",
            Set.of(SAMPLES_MIXED),
            "forward=attention over the batch"),
        Fault.known(
            "F.dropout(x, 0.7) without self.training",
            Set.of(DROPOUT_TOO_HIGH),
            "forward=always dropped"),
        Fault.known(
            "a mask by hand that is not made up for", Set.of(DROPOUT_TOO_HIGH), "forward=masked"),
        Fault.known(
            "nn.BatchNorm1d with Keras's momentum",
            Set.of(BATCH_NORM_NOT_SETTLED),
            "forward=norm of units"),
        Fault.known("F.hardshrink(x, 4)", Set.of(DEAD_UNITS), "forward=hardshrink"),
        Fault.known("clamp(max=0) after a ReLU", Set.of(DEAD_UNITS), "forward=wrong end"),
        Fault.known(
            "features divided by the square of their number",
            Set.of(VANISHING_GRADIENT, FIRST_WEIGHTS_TOO_SMALL),
            "forward=divided"),
        Fault.known(
            "softmax between dense layers", Set.of(VANISHING_GRADIENT), "forward=softmax between"),
        Fault.known(
            "one layer thirty times",
            Set.of(EXPLODING_GRADIENT, FIRST_WEIGHTS_TOO_LARGE),
            "forward=over and over"),
        Fault.known(
            "a last bias of 12",
            Set.of(SATURATED_OUTPUT, FIRST_WEIGHTS_TOO_LARGE),
            "forward=far bias"),
        Fault.known("copies of the first unit", Set.of(ZERO_START), "forward=copies of the first"),
        Fault.known(
            "weights over the square of the fan-in",
            Set.of(FIRST_WEIGHTS_TOO_SMALL),
            "forward=over fan-in"));
  }
}
