package io.boxfit.bench.doctor.peer;

/** What DeepDiagnosis advises, in its own words; it reads the cause off what applies first. */
enum Remedy {
  /** The first weights' variance is out of bounds. */
  WEIGHTS("Poor Weight"),
  /** The inputs are out of bounds. */
  INPUTS("Normalize the data"),
  /** Updates are too large or too small beside their weights. */
  RATE("Learning Rate"),
  /** Where nothing else applies. */
  OPTIMIZER("Please change optimizer"),
  /** Where nothing else applies. */
  ACTIVATION("Please change the activation function"),
  /** Where nothing else applies. */
  LOSS_OR_ACTIVATION("Please change the loss function OR Please change the activation function"),
  /** Where nothing else applies. */
  LAYERS("Add/delete layer or change sigmoid activation function"),
  /** Where nothing else applies. */
  DROPOUT("Add dropout layer or Missing activation function");

  private static final double LEAST_VARIANCE = 1e-5;
  private static final double MOST_VARIANCE = 10;

  /** Step over weights: a hundredth of 1e-3. */
  private static final double LEAST_RATE = 1e-5;

  /** Step over weights: a hundred times 1e-3. */
  private static final double MOST_RATE = 1e-1;

  private final String words;

  Remedy(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  Meaning meaning() {
    return switch (this) {
      case WEIGHTS -> Meaning.START;
      case INPUTS -> Meaning.INPUT;
      case RATE -> Meaning.RATE;
      case OPTIMIZER -> Meaning.OPTIMIZER;
      case ACTIVATION -> Meaning.ACTIVATION;
      case LOSS_OR_ACTIVATION -> Meaning.LOSS;
      case LAYERS -> Meaning.VANISHING;
      case DROPOUT -> Meaning.ACTIVATION;
    };
  }

  /** Whether the tool would advise it, if nothing before it applies. */
  boolean applies(Observed training, Course.Leg leg) {
    return switch (this) {
      case WEIGHTS ->
          training.firstWeights().stream()
              .anyMatch(w -> w.variance() < LEAST_VARIANCE || w.variance() > MOST_VARIANCE);
      case INPUTS ->
          training
              .trace()
              .inputs()
              .filter(given -> given.pixels().min() < -1 || given.pixels().max() > 1)
              .isPresent();
      case RATE ->
          leg.layers().values().stream()
              .anyMatch(l -> l.updateRatio() < LEAST_RATE || l.updateRatio() > MOST_RATE);
      default -> true;
    };
  }
}
