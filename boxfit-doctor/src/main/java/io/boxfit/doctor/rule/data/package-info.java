/** Samples that are broken, alike, too few or not true. */
package io.boxfit.doctor.rule.data;
