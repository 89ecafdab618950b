package io.boxfit.model.loss;

/** Mean of the squared errors of the four numbers. */
public record MseLoss() implements CoordinateLoss {}
