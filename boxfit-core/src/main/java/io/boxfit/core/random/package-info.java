/** Named streams of random numbers under a seed, equal on every machine. */
package io.boxfit.core.random;
