package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Figures;
import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes sure that peer and Boxfit compute the same: with the same weights, the same boxes. */
final class PeerCheck {
  /** Pixels; single precision, added up in another order, stays far below. */
  private static final double SAME = 0.01;

  /** Where two candidates are all but equal, a last bit decides between them. */
  private static final double ALMOST_ALL = 0.97;

  private static final int CHECKED = 256;

  private PeerCheck() {}

  /**
   * Compares.
   *
   * @param pictures those of the peer; the first of them are looked at
   * @return what was found, one sentence
   * @throws IllegalStateException if the peer is not the same network
   */
  static String run(TrainingPeer peer, ShortRun trained, List<Sample> pictures) {
    List<Sample> samples = pictures.subList(0, CHECKED);
    if (peer.parameters() != trained.parameters()) {
      throw new IllegalStateException(
          "the peer has " + peer.parameters() + " parameters, ours " + trained.parameters());
    }
    List<Box> theirs = peer.predict(trained.weights(), samples.size());
    List<Prediction> ours;
    try (BoxPredictor predictor = BoxPredictor.load(trained.model())) {
      ours = predictor.predictAll(pixels(samples));
    }
    List<Double> distances = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      distances.add(distance(ours.get(i).unrounded(), theirs.get(i)));
    }
    long same = distances.stream().filter(distance -> distance < SAME).count();
    Figures figures = Figures.of(distances);
    String found =
        String.format(
            Locale.ROOT,
            "the peer is the same network: %,d parameters, and with the same weights %d of %d boxes"
                + " within %.2f px (median difference %.1e px)",
            peer.parameters(),
            same,
            distances.size(),
            SAME,
            figures.median());
    if (same < ALMOST_ALL * distances.size()) {
      throw new IllegalStateException("not so: " + found);
    }
    return found;
  }

  private static PixelBatch pixels(List<Sample> samples) {
    Picture first = samples.get(0).picture();
    ByteBuffer pixels = ByteBuffer.allocateDirect(samples.size() * first.pixels().length);
    samples.forEach(sample -> pixels.put(sample.picture().pixels()));
    return new PixelBatch(
        samples.size(), first.height(), first.width(), first.channels(), pixels.flip());
  }

  private static double distance(Box a, Box b) {
    return Math.max(
        Math.max(Math.abs(a.xMin() - b.xMin()), Math.abs(a.yMin() - b.yMin())),
        Math.max(Math.abs(a.xMax() - b.xMax()), Math.abs(a.yMax() - b.yMax())));
  }
}
