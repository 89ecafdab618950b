package io.boxfit.model.loss;

/**
 * {@code 1 - IoU + d^2 / c^2}, with the distance d of the centres and the diagonal c of the
 * smallest box around both (Zheng et al., arXiv 1911.08287, equation 7).
 */
public record DiouLoss() implements OverlapLoss {}
