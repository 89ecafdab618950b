/** Synthetic letters with exact boxes. */
package io.boxfit.data.letters;
