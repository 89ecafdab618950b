package io.boxfit.model.loss;

/** Mean of the absolute errors of the four numbers; gradient 0 where there is none. */
public record L1Loss() implements CoordinateLoss {}
