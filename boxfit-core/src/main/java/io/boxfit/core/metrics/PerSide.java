package io.boxfit.core.metrics;

/**
 * One figure for each side of a box.
 *
 * @param left of xMin
 * @param top of yMin
 * @param right of xMax
 * @param bottom of yMax
 */
public record PerSide(double left, double top, double right, double bottom) {}
