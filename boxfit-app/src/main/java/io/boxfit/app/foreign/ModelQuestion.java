package io.boxfit.app.foreign;

import java.util.Optional;

/**
 * What the user says of a network; all of it may be missing.
 *
 * @param input name of the input that takes the picture
 * @param output name of the output that is the box
 * @param inputSize {@code WxH}, where the file leaves it free
 * @param preprocessing {@code rgb,0..1,nchw,stretch} or some of these words
 * @param reading {@code cxcywh,relative} or some of these words
 */
public record ModelQuestion(
    Optional<String> input,
    Optional<String> output,
    Optional<String> inputSize,
    Optional<String> preprocessing,
    Optional<String> reading) {}
