package io.boxfit.model.loss;

/**
 * {@code -ln(IoU)} without any guard, with the arithmetic and the gradients of TensorFlow (UnitBox,
 * arXiv 1608.01471, written with {@code tf.maximum}, {@code tf.minimum} and {@code
 * tf.math.divide_no_nan}).
 *
 * <pre>
 *   w = max(0, xMax - xMin), h = max(0, yMax - yMin)   of the prediction P and of the truth T
 *   I = max(0, min(P.xMax, T.xMax) - max(P.xMin, T.xMin)) * the same along y
 *   U = P.w P.h + T.w T.h - I
 *   loss = -ln(divide_no_nan(I, U))
 * </pre>
 *
 * <p>The gradient rules, from TensorFlow's {@code math_grad.py}:
 *
 * <ul>
 *   <li>{@code _MaximumMinimumGrad}: the whole gradient goes to the first argument where {@code x
 *       >= y} (maximum) or {@code x <= y} (minimum), else to the second; the other gets zero, not a
 *       product with zero, so that it stops NaN. Ties go to the prediction, or to the constant 0.
 *   <li>{@code _DivNoNanGrad}: {@code g / U} to I and {@code g (-I / U) / U} to U, 0 where U is 0.
 *       U is never 0 here, because true boxes are proper.
 *   <li>{@code _LogGrad}: {@code g * (1 / x)}, infinite at 0.
 * </ul>
 *
 * <p>What follows: boxes that do not meet have the loss infinity. If such a prediction is an
 * ordinary box, its gradient is NaN in all four numbers, because minus infinity meets {@code I = 0}
 * on the way to the union. If it is inverted along both axes, both maxima with 0 stop that: the
 * gradient is zero. If it is inverted, or has no extent, along one axis, the gradient is zero along
 * that axis and NaN along the other. One such sample makes the gradient of its whole batch NaN.
 */
public record LnIouLoss() implements OverlapLoss {}
