package io.boxfit.app.evaluation;

import io.boxfit.core.BadInputException;
import io.boxfit.data.Picture;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import java.nio.ByteBuffer;

/** Asks a model about one picture as an evaluation does. */
public final class PicturePrediction {
  private PicturePrediction() {}

  /**
   * What the model says.
   *
   * @param picture upright, as {@link io.boxfit.data.image.PictureReader} reads it
   * @throws BadInputException if the model does not take such pictures
   */
  public static Prediction of(Picture picture, BoxPredictor predictor) {
    int channels = predictor.info().channels();
    ByteBuffer pixels = ByteBuffer.allocateDirect(picture.width() * picture.height() * channels);
    PicturePixels.write(picture, channels, pixels);
    return predictor
        .predictAll(new PixelBatch(1, picture.height(), picture.width(), channels, pixels.flip()))
        .get(0);
  }
}
