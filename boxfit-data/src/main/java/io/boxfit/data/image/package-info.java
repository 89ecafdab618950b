/** PNG and JPEG files to pictures and back. */
package io.boxfit.data.image;
