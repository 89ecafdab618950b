package io.boxfit.bench.drawing;

/**
 * A place in a chart.
 *
 * @param x along the axis at the bottom
 * @param y along the axis at the left; not a number where there is nothing to show
 */
public record Point(double x, double y) {}
