package io.boxfit.model.loss;

/** {@code -IoU}: {@link IouLoss} less one; it stands at zero where boxes do not overlap. */
public record NegativeIouLoss() implements OverlapLoss {}
