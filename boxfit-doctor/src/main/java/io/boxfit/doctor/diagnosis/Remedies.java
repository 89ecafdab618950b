package io.boxfit.doctor.diagnosis;

/**
 * What to do, in three languages.
 *
 * @param boxfit options of {@code boxfit train}, or words
 * @param keras Python code or words for Keras
 * @param pytorch Python code or words for PyTorch
 */
public record Remedies(String boxfit, String keras, String pytorch) {}
