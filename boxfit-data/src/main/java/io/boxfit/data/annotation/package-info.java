/** Datasets as folders of pictures and annotations. */
package io.boxfit.data.annotation;
