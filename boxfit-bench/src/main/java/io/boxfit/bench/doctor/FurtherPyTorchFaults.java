package io.boxfit.bench.doctor;

import static io.boxfit.bench.doctor.Fault.knownInData;
import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
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
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SIDE_WITHOUT_LOSS;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_BROADCAST;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.TRUTH_MISMATCH;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;
import static java.util.Map.entry;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Faults of PyTorch programs that come about in other ways than {@link PyTorchFaults}. */
final class FurtherPyTorchFaults {
  private static final Set<Condition> NO_PULL =
      Set.of(CROSSING_SIDES, FILLS_PICTURE, LOSS_WITHOUT_OVERLAP);

  private static final List<String> PLAIN = List.of("written=");

  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          entry(
              SOFTMAX_OUTPUT,
              Map.of("written=softmax", PLAIN, "written=softmax of the batch", PLAIN)),
          entry(LOSS_UPSIDE_DOWN, Map.of("loss=overlap", List.of("loss=giou"))),
          entry(LAYERS_NOT_TRAINED, Map.of("cleared=too late", List.of("cleared=each step"))),
          entry(DEAD_OUTPUT, Map.of("written=clamped", PLAIN)),
          entry(POSITION_LOST, Map.of("written=mean", PLAIN)),
          entry(LEARNING_RATE_TOO_HIGH, Map.of("schedule=steep", List.of("schedule=none"))),
          entry(LEARNING_RATE_TOO_LOW, Map.of("schedule=decay", List.of("schedule=none"))),
          entry(SAMPLES_MIXED, Map.of("written=mixed", PLAIN)),
          entry(SIDE_WITHOUT_LOSS, Map.of("loss=corner", List.of("loss=mse"))),
          entry(DEAD_UNITS, Map.of("written=detached", PLAIN)),
          entry(SATURATED_OUTPUT, Map.of("written=steep", PLAIN)),
          entry(HEAD_TOO_SMALL, Map.of("written=one", PLAIN)),
          entry(
              DROPOUT_TOO_HIGH,
              Map.of(
                  "written=outputs dropped", PLAIN, "written=maps dropped", List.of("share=0.2"))),
          entry(BATCH_NORM_NOT_SETTLED, Map.of("written=norm", List.of("written=", "net=norm"))),
          entry(STOPPED_TOO_EARLY, Map.of("patience=4", List.of("patience=0"))),
          entry(
              TARGETS_BROADCAST,
              Map.of(
                  "loss=mse of rows",
                  List.of("loss=mse"),
                  "loss=pairs",
                  List.of("loss=mse"),
                  "written=one",
                  PLAIN)),
          entry(GRADIENTS_NOT_CLEARED, Map.of("cleared=each epoch", List.of("cleared=each step"))));

  private FurtherPyTorchFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return undone(UNDONE, condition, settings);
  }

  /**
   * The same of other faults.
   *
   * @param remedies of each cause: what its remedy takes out, and what stands there instead
   */
  static List<String> undone(
      Map<Condition, Map<String, List<String>>> remedies,
      Condition condition,
      List<String> settings) {
    return remedies.getOrDefault(condition, Map.of()).entrySet().stream()
        .filter(fault -> settings.contains(fault.getKey()))
        .flatMap(fault -> fault.getValue().stream())
        .toList();
  }

  static List<Fault> all() {
    return List.of(
        knownInData(
            "normalised, but not divided by 255", Set.of(INPUTS_NOT_SCALED), "pixels=halved"),
        knownInData("pictures of sixteen bits", Set.of(INPUTS_NOT_SCALED), "pixels=sixteen bits"),
        knownInData(
            "boxes of 0 to 1000 asked of a linear layer",
            Set.of(TARGETS_NOT_SCALED),
            "targets=thousandths",
            "output=none"),
        knownInData(
            "left, right, top, bottom trained, read as corners",
            Set.of(WRONG_READING),
            "format=xxyy",
            "read=xyxy"),
        knownInData(
            "corner and size trained, read as centre and size",
            Set.of(WRONG_READING),
            "format=xywh",
            "read=cxcywh"),
        knownInData("boxes shuffled within each batch", Set.of(TRUTH_MISMATCH), "mirror=mixed"),
        knownInData("the same picture with all boxes", Set.of(TRUTH_MISMATCH), "truth=alike"),
        knownInData(
            "pictures rolled alone", Set.of(MIRRORED_ALONE, TRUTH_MISMATCH), "mirror=rolled"),
        knownInData("turned round alone", Set.of(MIRRORED_ALONE, TRUTH_MISMATCH), "mirror=turned"),
        knownInData("flipped, sides not exchanged", Set.of(MIRRORED_ALONE), "mirror=crossed"),
        knownInData("a missing number in some boxes", Set.of(BROKEN_SAMPLES), "truth=missing"),
        knownInData(
            "empty pictures divided by their deviation",
            Set.of(BROKEN_SAMPLES),
            "truth=blank",
            "pixels=own"),
        knownInData(
            "thirty pictures, a hundred times each",
            Set.of(TOO_LITTLE_DATA, OVERFITTING),
            "truth=copies"),
        Fault.known(
            "SGD 0.001 without momentum",
            Set.of(LEARNING_RATE_TOO_LOW, OPTIMIZER_DEFAULT),
            "optimizer=plain",
            "rate=0.001"),
        Fault.known("Adagrad 1", Set.of(LEARNING_RATE_TOO_HIGH), "optimizer=adagrad", "rate=1"),
        Fault.known("OneCycleLR(max_lr=1)", Set.of(LEARNING_RATE_TOO_HIGH), "schedule=steep"),
        Fault.known(
            "ExponentialLR told every batch", Set.of(LEARNING_RATE_TOO_LOW), "schedule=decay"),
        Fault.known("-ln(IoU + 1e-7) on corners", NO_PULL, "loss=guarded_ln_iou"),
        Fault.known(
            "roots of sizes that may be negative",
            Set.of(LOSS_TURNS_NAN),
            "loss=roots",
            "format=cxcywh",
            "output=none"),
        Fault.known("F.softmax in forward", Set.of(SOFTMAX_OUTPUT), "written=softmax"),
        Fault.known("outputs clamped", Set.of(DEAD_OUTPUT, SATURATED_OUTPUT), "written=clamped"),
        Fault.known("a sigmoid of 200 times", Set.of(SATURATED_OUTPUT), "written=steep"),
        Fault.known(
            "detached features", Set.of(DEAD_UNITS, VANISHING_GRADIENT), "written=detached"),
        Fault.known("outputs dropped", Set.of(DROPOUT_TOO_HIGH), "written=outputs dropped"),
        Fault.known("whole maps dropped", Set.of(DROPOUT_TOO_HIGH), "written=maps dropped"),
        Fault.known("mean over the map", Set.of(POSITION_LOST), "written=mean"),
        Fault.known(
            "one output for four sides", Set.of(HEAD_TOO_SMALL, TARGETS_BROADCAST), "written=one"),
        Fault.known("batch norm that forgets", Set.of(BATCH_NORM_NOT_SETTLED), "written=norm"),
        Fault.known("nn.init.uniform_(0, 1)", Set.of(FIRST_WEIGHTS_TOO_LARGE), "start=positive"),
        Fault.known("weights that take the mean", Set.of(ZERO_START), "start=mean"),
        Fault.known(
            "ten layers of Xavier's weights times 0.1",
            Set.of(VANISHING_GRADIENT, FIRST_WEIGHTS_TOO_SMALL),
            "start=faint",
            "depth=9"),
        Fault.known(
            "ten layers of weights of deviation 0.4",
            Set.of(EXPLODING_GRADIENT, FIRST_WEIGHTS_TOO_LARGE),
            "start=loud",
            "depth=9"),
        Fault.known(
            "no patience with single batches",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "patience=4"),
        Fault.known("targets with an axis too many", Set.of(TARGETS_BROADCAST), "loss=mse of rows"),
        Fault.known(
            "differences of all pairs", Set.of(TARGETS_BROADCAST, TRUTH_MISMATCH), "loss=pairs"),
        Fault.known(
            "gradients cleared once an epoch",
            Set.of(GRADIENTS_NOT_CLEARED),
            "cleared=each epoch"));
  }
}
