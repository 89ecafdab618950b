/** Training pictures varied, with their boxes. */
package io.boxfit.train.augment;
