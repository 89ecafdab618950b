package io.boxfit.bench.doctor;

import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_BROADCAST;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.WEIGHT_DECAY_TOO_HIGH;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Faults of losses, optimisers and loops that people published to ask what is wrong with their
 * PyTorch programs.
 */
final class PublishedPyTorchFaults {
  /** Of each cause: what its remedy takes out of a program, and what stands there instead. */
  private static final Map<Condition, Map<String, List<String>>> UNDONE =
      Map.ofEntries(
          Map.entry(
              LEARNING_RATE_TOO_LOW,
              Map.of("schedule=steps of seven batches", List.of("schedule=none"))),
          Map.entry(SATURATED_OUTPUT, Map.of("loss=bce with logits", List.of("loss=mse"))),
          Map.entry(
              SOFTMAX_OUTPUT, Map.of("loss=cross entropy", List.of("loss=mse", "output=sigmoid"))),
          Map.entry(STOPPED_TOO_EARLY, Map.of("gain=0.01", List.of("gain=0.0"))),
          Map.entry(TARGETS_BROADCAST, Map.of("loss=four heads", List.of("loss=mse"))),
          Map.entry(WEIGHT_DECAY_TOO_HIGH, Map.of("loop=l2 in each layer", List.of("loop="))));

  private PublishedPyTorchFaults() {}

  /** What the doctor's PyTorch remedy of a cause makes of the settings that have it. */
  static List<String> undone(Condition condition, List<String> settings) {
    return FurtherPyTorchFaults.undone(UNDONE, condition, settings);
  }

  static List<Fault> all() {
    return List.of(
        // Stack Overflow, categorical_crossentropy for bounding boxes.
        Fault.known(
            "CrossEntropyLoss of four sides",
            Set.of(SOFTMAX_OUTPUT),
            "output=none",
            "targets=relative",
            "loss=cross entropy"),
        // PyTorch forum, sigmoid in forward and BCEWithLogitsLoss.
        Fault.known(
            "BCEWithLogitsLoss after a sigmoid",
            Set.of(SATURATED_OUTPUT),
            "output=sigmoid",
            "targets=relative",
            "loss=bce with logits"),
        // PyTorch forum, Using a target size that is different to the input size: squeeze() on one
        // side.
        Fault.known(
            "four outputs [N], four columns [N, 1]", Set.of(TARGETS_BROADCAST), "loss=four heads"),
        // PyTorch forum, scheduler.step() of the transfer tutorial moved into the inner loop.
        Fault.known(
            "StepLR(7, 0.1) told every batch",
            Set.of(LEARNING_RATE_TOO_LOW),
            "optimizer=sgd",
            "rate=0.001",
            "schedule=steps of seven batches"),
        // Stack Overflow, Keras regression predicts the mean: kernel_regularizer=l2(0.01).
        Fault.known(
            "l2(0.01) in each layer", Set.of(WEIGHT_DECAY_TOO_HIGH), "loop=l2 in each layer"),
        // PyTorch forum, constant output of a regression: weight_decay of Adam.
        Fault.known("Adam(weight_decay=0.1)", Set.of(WEIGHT_DECAY_TOO_HIGH), "optimizer=shrinking"),
        // PyTorch's tutorial on transfer learning, its rate for a network that starts anew.
        Fault.known(
            "SGD(0.001, momentum=0.9) from scratch",
            Set.of(LEARNING_RATE_TOO_LOW, TOO_FEW_EPOCHS),
            "optimizer=sgd",
            "rate=0.001"),
        // Stack Overflow, loss decreases too slowly: fine-tuning's rate; richoncode on plateaus.
        Fault.known(
            "Adam(1e-5) from scratch",
            Set.of(LEARNING_RATE_TOO_LOW, TOO_FEW_EPOCHS),
            "rate=0.00001"),
        // Johannes Rieke's tutorial on boxes, run with a newer Keras whose Adadelta has another
        // rate.
        Fault.known(
            "dense layers, Adadelta of Keras 2",
            Set.of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW),
            "net=dense",
            "activation=relu",
            "dropout=0.2",
            "output=none",
            "targets=relative",
            "loss=mse",
            "optimizer=adadelta",
            "rate=0.001"),
        // Stack Overflow, training stops after three epochs: min_delta larger than the losses.
        Fault.known(
            "EarlyStopping(min_delta=0.01)",
            Set.of(STOPPED_TOO_EARLY, TOO_FEW_EPOCHS),
            "output=sigmoid",
            "targets=relative",
            "loss=mse",
            "gain=0.01"),
        // PyTorch forum, beginners' loops of output = model(all pictures).
        Fault.known(
            "a thousand pictures in each of 24 steps",
            Set.of(TOO_FEW_EPOCHS, LEARNING_RATE_TOO_LOW),
            "batch=1000",
            "epochs=8"));
  }
}
