package io.boxfit.doctor.diagnosis;

import static io.boxfit.doctor.diagnosis.Kind.CAUSE;
import static io.boxfit.doctor.diagnosis.Kind.SYMPTOM;
import static io.boxfit.doctor.diagnosis.Severity.ERROR;
import static io.boxfit.doctor.diagnosis.Severity.NOTE;
import static io.boxfit.doctor.diagnosis.Severity.WARNING;

import java.util.Locale;

/**
 * What the doctor knows. Causes stand in the order in which they come first: a cause may bring the
 * later ones about, never an earlier one.
 */
public enum Condition {
  /** The network was trained on other numbers than it is given. */
  WRONG_PREPROCESSING(CAUSE, ERROR),
  /** Predictions and truths belong to other rows. */
  SHIFTED_ROWS(CAUSE, ERROR),
  /** The four numbers mean something else than they are read as. */
  WRONG_READING(CAUSE, ERROR),
  /** Predictions look like boxes of the set, but of other pictures. */
  SHUFFLED_TRUTH(CAUSE, ERROR),
  /** Pictures or boxes that hold what is no number. */
  BROKEN_SAMPLES(CAUSE, ERROR),
  /** A loss that is no number where boxes do not overlap. */
  LOSS_TURNS_NAN(CAUSE, ERROR),
  /** What is made smaller is not what is wrong with the boxes. */
  LOSS_UPSIDE_DOWN(CAUSE, ERROR),
  /** Each output is compared with the targets of all samples. */
  TARGETS_BROADCAST(CAUSE, ERROR),
  /** Gradients of all steps before are added up. */
  GRADIENTS_NOT_CLEARED(CAUSE, ERROR),
  /** What is said of a picture depends on others. */
  SAMPLES_MIXED(CAUSE, ERROR),
  /** An output that the loss does not look at. */
  SIDE_WITHOUT_LOSS(CAUSE, ERROR),
  /** The network is given pictures of 0 to 255. */
  INPUTS_NOT_SCALED(CAUSE, ERROR),
  /** The loss compares shares with pixels. */
  TARGETS_NOT_SCALED(CAUSE, ERROR),
  /** Weights that start equal stay equal. */
  ZERO_START(CAUSE, ERROR),
  /** First weights so small that nothing comes through. */
  FIRST_WEIGHTS_TOO_SMALL(CAUSE, ERROR),
  /** First weights so large that outputs are at their ends before the first step. */
  FIRST_WEIGHTS_TOO_LARGE(CAUSE, ERROR),
  /** Outputs that always sum to one. */
  SOFTMAX_OUTPUT(CAUSE, ERROR),
  /** An output that a ReLU holds at zero. */
  DEAD_OUTPUT(CAUSE, ERROR),
  /** Layers that the optimiser does not step. */
  LAYERS_NOT_TRAINED(CAUSE, ERROR),
  /** Weights are drawn to zero harder than to anything. */
  WEIGHT_DECAY_TOO_HIGH(CAUSE, ERROR),
  /** The optimiser's default does not fit. */
  OPTIMIZER_DEFAULT(CAUSE, ERROR),
  /** Steps too large. */
  LEARNING_RATE_TOO_HIGH(CAUSE, ERROR),
  /** Steps too small. */
  LEARNING_RATE_TOO_LOW(CAUSE, ERROR),
  /** Dropout that lets next to nothing through. */
  DROPOUT_TOO_HIGH(CAUSE, ERROR),
  /** Four sides through fewer than four numbers. */
  HEAD_TOO_SMALL(CAUSE, ERROR),
  /** A pool over the whole map. */
  POSITION_LOST(CAUSE, ERROR),
  /** Units that no gradient reaches. */
  DEAD_UNITS(CAUSE, ERROR),
  /** What batch norm is used with is not what it was trained with. */
  BATCH_NORM_NOT_SETTLED(CAUSE, ERROR),
  /** Left and right, or top and bottom, predicted apart and crossed over. */
  CROSSING_SIDES(CAUSE, ERROR),
  /** Under a loss of overlap the box grew until it covers the picture. */
  FILLS_PICTURE(CAUSE, ERROR),
  /** No gradient where boxes do not overlap. */
  LOSS_WITHOUT_OVERLAP(CAUSE, ERROR),
  /** Sigmoids at 0 or 1. */
  SATURATED_OUTPUT(CAUSE, ERROR),
  /** The first layers get next to no gradient. */
  VANISHING_GRADIENT(CAUSE, ERROR),
  /** Gradients grow without bound. */
  EXPLODING_GRADIENT(CAUSE, ERROR),
  /** An early stop came before anything was learned. */
  STOPPED_TOO_EARLY(CAUSE, ERROR),
  /** So few samples that they are learned by heart. */
  TOO_LITTLE_DATA(CAUSE, ERROR),
  /** Pictures are mirrored and their boxes are not. */
  MIRRORED_ALONE(CAUSE, ERROR),
  /** The boxes have nothing to do with the pictures. */
  TRUTH_MISMATCH(CAUSE, ERROR),
  /** Other starts of the same recipe learn. */
  UNLUCKY_START(CAUSE, ERROR),
  /** No start of the recipe learns. */
  BAD_RECIPE(CAUSE, ERROR),
  /** The set has too few samples for a judgement. */
  TOO_FEW_SAMPLES(CAUSE, NOTE),
  /** It was still getting better. */
  TOO_FEW_EPOCHS(CAUSE, WARNING),
  /** Better on what it trains than on what it does not. */
  OVERFITTING(CAUSE, WARNING),
  /** Loss, weights or boxes are no numbers. */
  NOT_A_NUMBER(SYMPTOM, ERROR),
  /** No side moves. */
  SAME_BOX(SYMPTOM, ERROR),
  /** No side moves, and the box is the mean of the truths. */
  MEAN_BOX(SYMPTOM, ERROR),
  /** Some side does not move. */
  PINNED_SIDE(SYMPTOM, ERROR),
  /** Inverted or empty boxes. */
  INVALID_BOXES(SYMPTOM, ERROR),
  /** The box moves, but not with the picture. */
  IGNORES_PICTURE(SYMPTOM, ERROR),
  /** The box follows along one axis alone. */
  ONE_AXIS_ONLY(SYMPTOM, ERROR),
  /** Whatever it is shown, the network says the same. */
  BLIND_NETWORK(SYMPTOM, ERROR),
  /** The picture moves and the box does not. */
  STAYS_BEHIND(SYMPTOM, ERROR),
  /** No layer has a gradient. */
  DEAD_GRADIENT(SYMPTOM, ERROR),
  /** No better than the one best box. */
  NO_SKILL(SYMPTOM, ERROR),
  /** The box moves less than the truth. */
  TOWARD_THE_MEAN(SYMPTOM, WARNING),
  /** However the network is fed and read, it does not find the object. */
  NO_WAY_WORKS(SYMPTOM, NOTE),
  /** Keras's accuracy is high and the boxes are bad. */
  ACCURACY_SAYS_NOTHING(SYMPTOM, NOTE);

  private final Kind kind;
  private final Severity severity;

  Condition(Kind kind, Severity severity) {
    this.kind = kind;
    this.severity = severity;
  }

  /** Symptom or cause. */
  public Kind kind() {
    return kind;
  }

  /** How much it matters. */
  public Severity severity() {
    return severity;
  }

  /**
   * Whether this cause may bring another one about, so that the other needs no cure of its own:
   * steps that are too large drive sigmoids to their ends, a wrong order looks like anything.
   */
  public boolean bringsAbout(Condition other) {
    if (kind != Kind.CAUSE || other.kind != Kind.CAUSE || other.compareTo(this) <= 0) {
      return false;
    }
    return switch (this) {
      case WRONG_PREPROCESSING, SHIFTED_ROWS, WRONG_READING, SHUFFLED_TRUTH -> true;
      case SOFTMAX_OUTPUT, DEAD_OUTPUT ->
          other == SATURATED_OUTPUT
              || other == VANISHING_GRADIENT
              || other == MIRRORED_ALONE
              || other == TRUTH_MISMATCH;
      case BATCH_NORM_NOT_SETTLED -> other == TOO_LITTLE_DATA;
      case FIRST_WEIGHTS_TOO_SMALL ->
          other == VANISHING_GRADIENT || other == LEARNING_RATE_TOO_LOW || other == TRUTH_MISMATCH;
      case FIRST_WEIGHTS_TOO_LARGE ->
          other == SATURATED_OUTPUT
              || other == LEARNING_RATE_TOO_LOW
              || other == EXPLODING_GRADIENT;
      case OPTIMIZER_DEFAULT -> other == LEARNING_RATE_TOO_LOW;
      case BROKEN_SAMPLES, LOSS_UPSIDE_DOWN -> true;
      case TARGETS_BROADCAST, GRADIENTS_NOT_CLEARED, SAMPLES_MIXED, SIDE_WITHOUT_LOSS ->
          other == LEARNING_RATE_TOO_HIGH
              || other == LEARNING_RATE_TOO_LOW
              || other == DEAD_UNITS
              || other == SATURATED_OUTPUT
              || other == VANISHING_GRADIENT
              || other == EXPLODING_GRADIENT
              || other == TOO_LITTLE_DATA
              || other == MIRRORED_ALONE
              || other == TRUTH_MISMATCH
              || other == TOO_FEW_EPOCHS;
      case INPUTS_NOT_SCALED, TARGETS_NOT_SCALED ->
          other == LEARNING_RATE_TOO_HIGH
              || other == LEARNING_RATE_TOO_LOW
              || other == FIRST_WEIGHTS_TOO_LARGE
              || other == DEAD_UNITS
              || other == SATURATED_OUTPUT
              || other == VANISHING_GRADIENT
              || other == EXPLODING_GRADIENT
              || other == TRUTH_MISMATCH;
      case LAYERS_NOT_TRAINED, WEIGHT_DECAY_TOO_HIGH ->
          other == LEARNING_RATE_TOO_LOW
              || other == DEAD_UNITS
              || other == VANISHING_GRADIENT
              || other == MIRRORED_ALONE
              || other == TRUTH_MISMATCH
              || other == TOO_FEW_EPOCHS;
      case DEAD_UNITS, DROPOUT_TOO_HIGH, HEAD_TOO_SMALL, POSITION_LOST ->
          other == DEAD_UNITS
              || other == VANISHING_GRADIENT
              || other == TRUTH_MISMATCH
              || other == MIRRORED_ALONE;
      case VANISHING_GRADIENT -> other == TRUTH_MISMATCH;
      case LOSS_TURNS_NAN -> other == LEARNING_RATE_TOO_HIGH || other == EXPLODING_GRADIENT;
      case LEARNING_RATE_TOO_HIGH,
          CROSSING_SIDES,
          FILLS_PICTURE,
          LOSS_WITHOUT_OVERLAP,
          ZERO_START ->
          other == SATURATED_OUTPUT
              || other == VANISHING_GRADIENT
              || other == EXPLODING_GRADIENT
              || other == DEAD_UNITS
              || other == LOSS_WITHOUT_OVERLAP
              || other == TRUTH_MISMATCH;
      default -> false;
    };
  }

  /** Whether trainings are known to learn in spite of it, only less than they could. */
  public boolean isLivedWith() {
    return switch (this) {
      case BROKEN_SAMPLES,
          GRADIENTS_NOT_CLEARED,
          SAMPLES_MIXED,
          LAYERS_NOT_TRAINED,
          WEIGHT_DECAY_TOO_HIGH,
          INPUTS_NOT_SCALED,
          TARGETS_NOT_SCALED,
          ZERO_START,
          FIRST_WEIGHTS_TOO_SMALL,
          SOFTMAX_OUTPUT,
          DEAD_OUTPUT,
          OPTIMIZER_DEFAULT,
          LEARNING_RATE_TOO_HIGH,
          LEARNING_RATE_TOO_LOW,
          DEAD_UNITS,
          SATURATED_OUTPUT,
          DROPOUT_TOO_HIGH,
          HEAD_TOO_SMALL,
          POSITION_LOST,
          BATCH_NORM_NOT_SETTLED,
          CROSSING_SIDES,
          LOSS_WITHOUT_OVERLAP,
          STOPPED_TOO_EARLY,
          VANISHING_GRADIENT,
          TOO_LITTLE_DATA,
          MIRRORED_ALONE,
          TRUTH_MISMATCH ->
          true;
      default -> false;
    };
  }

  /** The code that people and programs use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
