package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.BoxPicture;
import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Dataset;
import io.boxfit.data.Sample;
import io.boxfit.train.run.LetterData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pictures with what is said of them. */
final class Pictures {
  private Pictures() {}

  /** Letters that the training never saw, and what the network says of them at its end. */
  static List<BoxPicture> unseen(Training training) {
    return of(LetterData.test(training.recipe()), training.result().shown());
  }

  /** Letters that a training is probed by, and boxes of the same. */
  static List<BoxPicture> probed(Training training, List<Box> predicted) {
    return of(LetterData.training(training.recipe()).probe(), predicted);
  }

  private static List<BoxPicture> of(Dataset samples, List<Box> predicted) {
    List<BoxPicture> pictures = new ArrayList<>();
    for (int i = 0; i < Math.min(6, predicted.size()); i++) {
      Sample sample = samples.get(i);
      pictures.add(
          new BoxPicture(
              sample.picture(),
              sample.box(),
              predicted.get(i),
              verdict(predicted.get(i), sample.box())));
    }
    return pictures;
  }

  /** The IoU, or why there is none. */
  static String verdict(Box predicted, Box truth) {
    if (!Double.isFinite(
        predicted.xMin() + predicted.yMin() + predicted.xMax() + predicted.yMax())) {
      return "no box: not a number";
    }
    if (!predicted.isProper()) {
      return "no box: sides are crossed";
    }
    return String.format(Locale.ROOT, "IoU %.2f", new Iou().of(predicted, truth));
  }
}
