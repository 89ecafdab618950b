/** How good predicted boxes are on a set of images. */
package io.boxfit.core.metrics;
