/** How pictures of any size are brought to the one size that a network works on. */
package io.boxfit.core.fit;
