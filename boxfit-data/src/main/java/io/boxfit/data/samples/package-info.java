/** Folders of annotated pictures as sets of samples: one target a picture, in splits. */
package io.boxfit.data.samples;
