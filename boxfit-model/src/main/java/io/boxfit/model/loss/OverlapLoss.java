package io.boxfit.model.loss;

/**
 * Compares boxes in pixels, whatever format the network gives them in. In shares of a picture that
 * is not square, distances and shapes would be others: DIoU, CIoU and EIoU depend on it, IoU and
 * GIoU do not.
 *
 * <p>The true box must be proper. A prediction may be any four numbers: an inverted one has no
 * area. Apart from {@link LnIouLoss}, every loss has a finite value and gradient for every
 * prediction whose area is still a number.
 */
public sealed interface OverlapLoss extends BoxLoss
    permits CiouLoss,
        DiouLoss,
        EiouLoss,
        GiouLoss,
        GuardedLnIouLoss,
        IouLoss,
        LnIouLoss,
        NegativeIouLoss {}
