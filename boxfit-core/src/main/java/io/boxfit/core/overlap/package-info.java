/** How well two boxes meet: IoU and its generalisations. */
package io.boxfit.core.overlap;
