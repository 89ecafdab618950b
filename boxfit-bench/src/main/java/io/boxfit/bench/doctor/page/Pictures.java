package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.PyTorchTraining;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.BoxPicture;
import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.train.run.LetterData;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Pictures with what is said of them. */
final class Pictures {
  /** Draws nothing. */
  static final Box NONE = Sample.ABSENT;

  private static final int LEVEL = 64;

  private Pictures() {}

  /** Letters that the training never saw, and what the network says of them at its end. */
  static List<BoxPicture> unseen(Training training) {
    return of(LetterData.test(training.recipe()), training.result().shown());
  }

  /** To the left what a training was given, to the right what it says of letters it never saw. */
  static List<BoxPicture> givenAndUnseen(Training training) {
    Dataset given = training.data().parts().get(0).dataset();
    List<BoxPicture> unseen = unseen(training);
    List<BoxPicture> pictures = new ArrayList<>();
    for (int i = 0; i < unseen.size() / 2; i++) {
      Sample sample = given.get(i);
      pictures.add(
          new BoxPicture(sample.picture(), sample.box(), NONE, "as it was given in training"));
      pictures.add(unseen.get(i));
    }
    return pictures;
  }

  /** To the left what a PyTorch program says, to the right what its twin says of the same. */
  static List<BoxPicture> beside(PyTorchTraining ill, PyTorchTraining well) {
    List<BoxPicture> pictures = new ArrayList<>();
    for (int i = 0; i < ill.pictures().size() / 2; i++) {
      pictures.add(said(ill, i, Curves.THIS));
      pictures.add(said(well, i, Curves.TWIN));
    }
    return pictures;
  }

  private static BoxPicture said(PyTorchTraining training, int index, String whose) {
    Box truth = training.predictions().truth().get(index);
    Box said = training.predictions().predicted().get(index);
    return new BoxPicture(
        coarse(training.pictures().get(index)),
        truth,
        said,
        whose + ": " + flaw(said).orElseGet(() -> iou(said, truth)));
  }

  /** Letters that a training is probed by, and boxes of the same. */
  static List<BoxPicture> probed(Training training, List<Box> predicted) {
    return of(training.data().probe(), predicted);
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

  /** In a few levels of gray: all levels of noise would make a file many times as large. */
  private static Picture coarse(Picture picture) {
    byte[] pixels = picture.pixels().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (((pixels[i] & 0xFF) / LEVEL * LEVEL) + LEVEL / 2);
    }
    return new Picture(picture.width(), picture.height(), picture.channels(), pixels);
  }

  /** The IoU, or why there is none. */
  static String verdict(Box predicted, Box truth) {
    return flaw(predicted).map(flaw -> "no box: " + flaw).orElseGet(() -> iou(predicted, truth));
  }

  private static String iou(Box predicted, Box truth) {
    return String.format(Locale.ROOT, "IoU %.2f", new Iou().of(predicted, truth));
  }

  /** Why four numbers are no box. */
  private static Optional<String> flaw(Box box) {
    if (!Double.isFinite(box.xMin() + box.yMin() + box.xMax() + box.yMax())) {
      return Optional.of("not a number");
    }
    if (box.isProper()) {
      return Optional.empty();
    }
    boolean crossed = box.xMax() < box.xMin() || box.yMax() < box.yMin();
    return Optional.of(crossed ? "sides are crossed" : "a point");
  }
}
