package io.boxfit.model.loss;

/**
 * The centre alone: mean of the squared errors of centre x and centre y, in the network's unit. Any
 * width and height are as good as any other.
 *
 * <p>There is no formula to follow for "regress the centre"; this is the plainest reading, {@link
 * MseLoss} of a centre-and-size network without its sizes, whichever format the network really has.
 */
public record CenterPointLoss() implements CoordinateLoss {}
