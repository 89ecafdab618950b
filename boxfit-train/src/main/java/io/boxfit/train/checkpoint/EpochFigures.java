package io.boxfit.train.checkpoint;

import io.boxfit.model.schedule.Monitor;

/**
 * What is known of an epoch.
 *
 * @param loss mean of its batches
 * @param validationLoss NaN where nothing monitors it
 * @param validationIou NaN where nothing monitors it
 */
public record EpochFigures(double loss, double validationLoss, double validationIou) {

  double of(Monitor monitor) {
    return switch (monitor) {
      case TRAINING_LOSS -> loss;
      case VALIDATION_LOSS -> validationLoss;
      case VALIDATION_IOU -> validationIou;
    };
  }
}
