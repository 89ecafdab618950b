package io.boxfit.search.losses;

/**
 * A cell of the grid over the places where boxes start, in the quarter right of and below the
 * target.
 *
 * @param column cells to the right of the target's middle
 * @param row cells below the target's middle
 * @param x of the cell's middle, from the target's; the side of a target of shape 1:1 is 1
 * @param y of the cell's middle, from the target's
 */
public record Place(int column, int row, double x, double y) {}
