package io.boxfit.model.loss;

/** What training makes small, by name and parameters. */
public sealed interface Loss permits CoarseToFineLoss {}
