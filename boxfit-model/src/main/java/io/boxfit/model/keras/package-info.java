/** Models that Keras saved, read into Boxfit's values; nothing in them is executed. */
package io.boxfit.model.keras;
