package io.boxfit.model.loss;

/**
 * {@code 1 - GIoU}, {@code GIoU = IoU - (C - U) / C} with the area C of the smallest box around
 * both (Rezatofighi et al., arXiv 1902.09630, algorithm 2).
 */
public record GiouLoss() implements OverlapLoss {}
