package io.boxfit.doctor.reading;

/**
 * How large a picture is, as people see it.
 *
 * @param width px
 * @param height px
 */
public record PictureSize(int width, int height) {}
