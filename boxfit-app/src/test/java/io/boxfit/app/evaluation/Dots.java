package io.boxfit.app.evaluation;

import io.boxfit.core.box.Box;
import io.boxfit.core.fit.Resize;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.predict.ModelInfo;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Black pictures with one white pixel, which is the object, and a model that finds it.
 *
 * @param size how many
 * @param wideEvery every so manieth picture is 30x10, the others are 20x10
 */
record Dots(int size, int wideEvery) implements Dataset {

  @Override
  public Sample get(int index) {
    int width = index % wideEvery == 0 ? 30 : 20;
    int x = index % width;
    int y = index % 10;
    byte[] pixels = new byte[width * 10 * 3];
    for (int channel = 0; channel < 3; channel++) {
      pixels[(y * width + x) * 3 + channel] = (byte) 255;
    }
    return new Sample(
        "dot " + index, new Picture(width, 10, 3, pixels), new Box(x, y, x + 1, y + 1));
  }

  @Override
  public String digest() {
    return "dots";
  }

  /** Of the model, whose constant box is the left upper quarter of its 20x10 input. */
  static ModelInfo info(int channels, boolean wholePixels) {
    Box quarter = new Box(0, 0, 10, 5);
    return new ModelInfo(
        "0.1.0",
        List.of("dot"),
        "0",
        quarter,
        20,
        10,
        channels,
        true,
        Resize.STRETCH,
        wholePixels,
        false);
  }

  /** Finds the white pixel; before rounding it is a quarter pixel off to the right. */
  static List<Prediction> find(PixelBatch batch) {
    List<Prediction> found = new ArrayList<>();
    ByteBuffer pixels = batch.pixels();
    for (int i = 0; i < batch.count(); i++) {
      int start = i * batch.height() * batch.width() * batch.channels();
      int at = 0;
      while (pixels.get(start + at * batch.channels()) == 0) {
        at++;
      }
      int x = at % batch.width();
      int y = at / batch.width();
      found.add(new Prediction(new Box(x, y, x + 1, y + 1), new Box(x + 0.25, y, x + 1.25, y + 1)));
    }
    return found;
  }
}
