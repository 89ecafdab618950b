/** How training pictures are varied, as values. */
package io.boxfit.model.augmentation;
