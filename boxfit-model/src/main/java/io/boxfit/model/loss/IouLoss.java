package io.boxfit.model.loss;

/**
 * {@code 1 - IoU} (Rezatofighi et al., arXiv 1902.09630, section 3). No gradient without overlap.
 */
public record IouLoss() implements OverlapLoss {}
