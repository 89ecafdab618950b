/** Shapes and the exact share of each pixel that they cover. */
package io.boxfit.data.raster;
