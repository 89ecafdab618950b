package io.boxfit.model.loss;

/**
 * Compares the network's own four numbers with the truth written in the same format and unit: what
 * goes into the BoxHead, not what comes out. With a relative head that is errors in shares of the
 * picture, so that a pixel weighs more along the shorter side.
 *
 * <p>All are means over the four numbers, as Keras and PyTorch take them.
 */
public sealed interface CoordinateLoss extends BoxLoss
    permits CenterPointLoss, HuberLoss, L1Loss, MseLoss, SmoothL1Loss {}
