/** Outlines of the letters of the bundled faces. */
package io.boxfit.data.font;
