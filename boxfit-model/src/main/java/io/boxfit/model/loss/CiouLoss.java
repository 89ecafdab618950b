package io.boxfit.model.loss;

/**
 * {@code 1 - IoU + d^2 / c^2 + alpha v}: {@link DiouLoss} plus the difference of the shapes, {@code
 * v = 4 / pi^2 (atan(w'/h') - atan(w/h))^2}, weighted by {@code alpha = v / (1 - IoU + v)}, through
 * which no gradient passes (Zheng et al., arXiv 1911.08287, equations 8 to 11).
 *
 * <p>The paper's note that the factor {@code 1 / (w^2 + h^2)} of the gradient may be left out is
 * not followed: this is the gradient of the formula.
 */
public record CiouLoss() implements OverlapLoss {}
