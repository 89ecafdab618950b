package io.boxfit.doctor.evidence;

/**
 * One picture that was moved within its frame.
 *
 * @param by how far, in shares of the picture, not 0
 * @param answer how far the centre of the box went, in shares of the picture
 */
public record Moved(double by, double answer) {}
