package io.boxfit.app.foreign;

import io.boxfit.core.fit.Fitting;
import io.boxfit.data.Picture;
import io.boxfit.data.resize.Resizing;
import io.boxfit.doctor.reading.Placement;

/**
 * A picture in the size that an input has for it.
 *
 * @param content resized, without what the input leaves free
 * @param left where it lies in the input, px
 * @param top where it lies in the input, px
 * @param placement of the picture as it was
 */
record FittedPicture(Picture content, int left, int top, Placement placement) {

  static FittedPicture of(KnownPicture known, Fit fit, InputShape input) {
    Picture picture = known.picture();
    Fitting whole = fit.fitting(known.width(), known.height(), input.width(), input.height());
    Fitting fitting =
        new Fitting(picture.width(), picture.height(), whole.contentWidth(), whole.contentHeight());
    return new FittedPicture(
        Resizing.content(picture, fitting),
        fit.left(fitting, input.width()),
        fit.top(fitting, input.height()),
        fit.placement(known.width(), known.height(), input.width(), input.height()));
  }
}
