package io.boxfit.model.loss;

/**
 * {@code 1 - IoU + d^2 / c^2 + (w - w')^2 / cw^2 + (h - h')^2 / ch^2}: {@link DiouLoss} plus the
 * differences of widths and heights by width and height of the smallest box around both (Zhang et
 * al., arXiv 2101.08158, equation 6).
 */
public record EiouLoss() implements OverlapLoss {}
