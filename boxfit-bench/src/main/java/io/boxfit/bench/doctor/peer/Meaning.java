package io.boxfit.bench.doctor.peer;

import static io.boxfit.doctor.diagnosis.Condition.BATCH_NORM_NOT_SETTLED;
import static io.boxfit.doctor.diagnosis.Condition.BLIND_NETWORK;
import static io.boxfit.doctor.diagnosis.Condition.BROKEN_SAMPLES;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.DEAD_UNITS;
import static io.boxfit.doctor.diagnosis.Condition.DROPOUT_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.EXPLODING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_LARGE;
import static io.boxfit.doctor.diagnosis.Condition.FIRST_WEIGHTS_TOO_SMALL;
import static io.boxfit.doctor.diagnosis.Condition.IGNORES_PICTURE;
import static io.boxfit.doctor.diagnosis.Condition.INPUTS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_HIGH;
import static io.boxfit.doctor.diagnosis.Condition.LEARNING_RATE_TOO_LOW;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_TURNS_NAN;
import static io.boxfit.doctor.diagnosis.Condition.LOSS_WITHOUT_OVERLAP;
import static io.boxfit.doctor.diagnosis.Condition.MEAN_BOX;
import static io.boxfit.doctor.diagnosis.Condition.NOT_A_NUMBER;
import static io.boxfit.doctor.diagnosis.Condition.NO_SKILL;
import static io.boxfit.doctor.diagnosis.Condition.OPTIMIZER_DEFAULT;
import static io.boxfit.doctor.diagnosis.Condition.OVERFITTING;
import static io.boxfit.doctor.diagnosis.Condition.PINNED_SIDE;
import static io.boxfit.doctor.diagnosis.Condition.SAME_BOX;
import static io.boxfit.doctor.diagnosis.Condition.SATURATED_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.SOFTMAX_OUTPUT;
import static io.boxfit.doctor.diagnosis.Condition.STOPPED_TOO_EARLY;
import static io.boxfit.doctor.diagnosis.Condition.TARGETS_NOT_SCALED;
import static io.boxfit.doctor.diagnosis.Condition.TOO_FEW_EPOCHS;
import static io.boxfit.doctor.diagnosis.Condition.TOO_LITTLE_DATA;
import static io.boxfit.doctor.diagnosis.Condition.VANISHING_GRADIENT;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_PREPROCESSING;
import static io.boxfit.doctor.diagnosis.Condition.WRONG_READING;
import static io.boxfit.doctor.diagnosis.Condition.ZERO_START;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the tools' complaints come to, and which of the doctor's conditions each may stand for: the
 * same for all tools, and generous, so that none misses a cause for its words.
 *
 * @param conditions in no order
 */
record Meaning(Set<Condition> conditions) {
  /** Gradients next to nothing. */
  static final Meaning VANISHING =
      of(
          VANISHING_GRADIENT,
          DEAD_GRADIENT,
          SATURATED_OUTPUT,
          DEAD_OUTPUT,
          LOSS_WITHOUT_OVERLAP,
          FIRST_WEIGHTS_TOO_SMALL,
          FIRST_WEIGHTS_TOO_LARGE,
          ZERO_START,
          DEAD_UNITS);

  /** Gradients, weights or loss beyond bounds or no numbers. */
  static final Meaning EXPLODING =
      of(
          EXPLODING_GRADIENT,
          LOSS_TURNS_NAN,
          NOT_A_NUMBER,
          LEARNING_RATE_TOO_HIGH,
          FIRST_WEIGHTS_TOO_LARGE,
          BROKEN_SAMPLES);

  /** Units that give nothing. */
  static final Meaning DEAD =
      of(
          DEAD_OUTPUT,
          DEAD_GRADIENT,
          VANISHING_GRADIENT,
          LOSS_WITHOUT_OVERLAP,
          LEARNING_RATE_TOO_HIGH,
          ZERO_START,
          DEAD_UNITS);

  /** Units at the ends of their range. */
  static final Meaning SATURATED =
      of(
          SATURATED_OUTPUT,
          SOFTMAX_OUTPUT,
          FIRST_WEIGHTS_TOO_LARGE,
          LEARNING_RATE_TOO_HIGH,
          VANISHING_GRADIENT);

  /** It gets on too slowly. */
  static final Meaning SLOW =
      of(
          LEARNING_RATE_TOO_LOW,
          OPTIMIZER_DEFAULT,
          FIRST_WEIGHTS_TOO_SMALL,
          TOO_FEW_EPOCHS,
          NO_SKILL,
          STOPPED_TOO_EARLY);

  /** It goes up and down. */
  static final Meaning UNSTABLE =
      of(LEARNING_RATE_TOO_HIGH, BATCH_NORM_NOT_SETTLED, EXPLODING_GRADIENT);

  /** Weights change too much in a step. */
  static final Meaning FAST = of(LEARNING_RATE_TOO_HIGH, FIRST_WEIGHTS_TOO_SMALL);

  /** Nothing changes at all. */
  static final Meaning STUCK =
      of(
          SAME_BOX,
          MEAN_BOX,
          PINNED_SIDE,
          IGNORES_PICTURE,
          NO_SKILL,
          DEAD_GRADIENT,
          DEAD_OUTPUT,
          SATURATED_OUTPUT,
          VANISHING_GRADIENT,
          LOSS_WITHOUT_OVERLAP,
          ZERO_START,
          LEARNING_RATE_TOO_LOW,
          OPTIMIZER_DEFAULT,
          BLIND_NETWORK,
          DEAD_UNITS);

  /** The first weights are bad, with what that brings about. */
  static final Meaning START =
      of(
          ZERO_START,
          FIRST_WEIGHTS_TOO_SMALL,
          FIRST_WEIGHTS_TOO_LARGE,
          VANISHING_GRADIENT,
          EXPLODING_GRADIENT,
          SATURATED_OUTPUT);

  /** The learning rate is wrong, which way is not said. */
  static final Meaning RATE = of(LEARNING_RATE_TOO_HIGH, LEARNING_RATE_TOO_LOW, OPTIMIZER_DEFAULT);

  /** The optimiser is wrong. */
  static final Meaning OPTIMIZER = of(OPTIMIZER_DEFAULT, LEARNING_RATE_TOO_LOW);

  /** The activation is wrong. */
  static final Meaning ACTIVATION =
      of(SOFTMAX_OUTPUT, DEAD_OUTPUT, SATURATED_OUTPUT, VANISHING_GRADIENT);

  /** The loss is wrong. */
  static final Meaning LOSS = of(LOSS_TURNS_NAN, LOSS_WITHOUT_OVERLAP, TARGETS_NOT_SCALED);

  /** What goes in is wrong. */
  static final Meaning INPUT = of(WRONG_PREPROCESSING, INPUTS_NOT_SCALED, BROKEN_SAMPLES);

  /** What should come out is wrong. */
  static final Meaning TARGET = of(WRONG_READING, TARGETS_NOT_SCALED);

  /** Better on what it trains than on what it does not. */
  static final Meaning OVERFIT = of(OVERFITTING, TOO_LITTLE_DATA);

  /** Dropout lets too little through. */
  static final Meaning DROPOUT = of(DROPOUT_TOO_HIGH);

  /** The doctor knows nothing like it. */
  static final Meaning NOTHING = of();

  private static Meaning of(Condition... conditions) {
    return new Meaning(Set.of(conditions));
  }

  /** A complaint that comes to this. */
  Complaint complaint(String rule) {
    return new Complaint(rule, conditions);
  }

  /** A complaint that comes to this and to another thing. */
  Complaint and(Meaning other, String rule) {
    Set<Condition> both = EnumSet.noneOf(Condition.class);
    both.addAll(conditions);
    both.addAll(other.conditions);
    return new Complaint(rule, both);
  }
}
