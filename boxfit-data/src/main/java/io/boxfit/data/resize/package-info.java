/** Pictures in other sizes. */
package io.boxfit.data.resize;
