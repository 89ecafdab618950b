package io.boxfit.data.samples;

import io.boxfit.data.annotation.ReadOptions;

/**
 * How a folder becomes samples.
 *
 * @param reading of its annotations
 * @param target of each picture
 * @param skipBad whether what cannot be used is left out instead of being refused
 */
public record FolderOptions(ReadOptions reading, Target target, boolean skipBad) {}
