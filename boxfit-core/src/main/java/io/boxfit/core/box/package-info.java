/** Boxes and the ways to write them as four numbers. */
package io.boxfit.core.box;
