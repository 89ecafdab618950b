/** Everything that determines a training, and how it is written down. */
package io.boxfit.model.recipe;
