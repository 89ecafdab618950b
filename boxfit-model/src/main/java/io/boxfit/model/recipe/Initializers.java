package io.boxfit.model.recipe;

import io.boxfit.model.Default;
import io.boxfit.model.initializer.Initializer;

/**
 * How parameters start whose layer says nothing of its own. Gains start at one, shifts at zero.
 *
 * @param kernel of convolutions
 * @param bias of convolutions
 */
public record Initializers(
    @Default("glorotUniform") Initializer kernel, @Default("zeros") Initializer bias) {}
