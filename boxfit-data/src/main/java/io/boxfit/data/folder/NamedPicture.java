package io.boxfit.data.folder;

import java.nio.file.Path;

/**
 * A picture of a data set.
 *
 * @param name path below the set's folder with forward slashes
 * @param file where it lies, or would lie
 */
public record NamedPicture(String name, Path file) {}
