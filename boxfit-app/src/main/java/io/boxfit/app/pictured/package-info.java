/** Which pictures the rows of somebody's tables speak of, and sheets that show them. */
package io.boxfit.app.pictured;
