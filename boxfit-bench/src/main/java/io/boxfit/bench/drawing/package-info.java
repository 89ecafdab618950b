/** Pictures with boxes and charts as PNG, without a font of the machine. */
package io.boxfit.bench.drawing;
