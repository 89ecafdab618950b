/** Digests that identify data. */
package io.boxfit.core.digest;
