/** Picture files of every usual format to pixels, and pixels to PNG. */
package io.boxfit.data.image;
