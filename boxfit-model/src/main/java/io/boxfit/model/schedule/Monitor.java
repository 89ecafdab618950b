package io.boxfit.model.schedule;

/** The figure of an epoch that tells whether the training still becomes better. */
public enum Monitor {
  /** Mean loss of the epoch's batches; less is better. */
  TRAINING_LOSS("trainingLoss"),
  /** Mean loss on the samples kept back, after the epoch's last step; less is better. */
  VALIDATION_LOSS("validationLoss"),
  /** Mean IoU on the samples kept back, after the epoch's last step; more is better. */
  VALIDATION_IOU("validationIou");

  private final String word;

  Monitor(String word) {
    this.word = word;
  }

  /** As recipes write it. */
  public String word() {
    return word;
  }

  private boolean lessIsBetter() {
    return this != VALIDATION_IOU;
  }

  /** A figure that every number is better than. */
  double worst() {
    return lessIsBetter() ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  /** Whether a figure is better than another by more than a difference; NaN never is. */
  boolean better(double figure, double than, double minDelta) {
    return lessIsBetter() ? figure < than - minDelta : figure > than + minDelta;
  }
}
