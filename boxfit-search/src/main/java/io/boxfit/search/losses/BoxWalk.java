package io.boxfit.search.losses;

/**
 * How one box fared.
 *
 * @param fate how it ended
 * @param iou with its target at the end; 0 if it is not a number
 * @param firstHome the step after which it was home for the first time, 0 if it started there, -1
 *     if it never was
 * @param neverMoved whether it is not home, because its gradient at the start moves nothing
 * @param leftHome whether it was home and at a later step was not
 * @param inverted whether its width or height is not positive at the end
 */
record BoxWalk(
    Fate fate, double iou, int firstHome, boolean neverMoved, boolean leftHome, boolean inverted) {}
