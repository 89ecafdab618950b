package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Figures;
import io.boxfit.bench.figures.Side;
import io.boxfit.data.Picture;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.PredictorOptions;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** What {@link BoxPredictor} adds to ONNX Runtime: from decoded pictures to boxes. */
public final class PredictorBenchmark implements Benchmark {
  private static final int MANY = 100;
  private static final int SINGLE_CALLS = 200;
  private static final int BATCH_CALLS = 5;

  private final Letters letters = new Letters(LettersPreset.VARIED, 1, "test", MANY);
  private final List<BufferedImage> images =
      IntStream.range(0, MANY).mapToObj(i -> image(letters.get(i).picture())).toList();

  @Override
  public void run(Session session) {
    int cores = Runtime.getRuntime().availableProcessors();
    byte[] model = session.shortRun().model();
    for (int threads : new TreeSet<>(List.of(1, cores))) {
      try (BoxPredictor predictor = BoxPredictor.load(model, new PredictorOptions(threads));
          BareRuntime bare = new BareRuntime(model, threads)) {
        compare(session, predictor, bare, threads);
      }
    }
  }

  private void compare(Session session, BoxPredictor predictor, BareRuntime bare, int threads) {
    String suffix = threads == 1 ? ".oneThread" : ".allThreads";
    String on = ", " + threads + (threads == 1 ? " thread" : " threads");
    PixelBatch one = pixels(1);
    PixelBatch many = pixels(MANY);
    try (BareRuntime.Input single = bare.input(one);
        BareRuntime.Input batch = bare.input(many)) {
      session.add(
          comparison(
              session,
              "predictor.single" + suffix,
              "predicting 1 picture" + on,
              SINGLE_CALLS,
              () -> predictor.predict(images.get(0)),
              single::boxes));
      session.add(
          comparison(
              session,
              "predictor.batch" + suffix,
              "predicting 100 pictures" + on,
              BATCH_CALLS,
              () -> predictor.predictAll(images),
              batch::boxes));
      session.add(
          comparison(
              session,
              "predictor.batchPixels" + suffix,
              "predicting 100 pictures given as bytes" + on,
              BATCH_CALLS,
              () -> predictor.predictAll(many),
              batch::boxes));
    }
  }

  /** The sides take turns call by call; a round's value is the median of its calls. */
  private static Comparison comparison(
      Session session, String key, String what, int calls, Supplier<?> ours, Supplier<?> theirs) {
    List<Double> ourRounds = new ArrayList<>();
    List<Double> theirRounds = new ArrayList<>();
    // The first round is for the compiler.
    for (int round = -1; round < session.rounds(); round++) {
      List<Double> ourCalls = new ArrayList<>();
      List<Double> theirCalls = new ArrayList<>();
      for (int call = 0; call < calls; call++) {
        ourCalls.add(milliseconds(ours));
        theirCalls.add(milliseconds(theirs));
      }
      if (round >= 0) {
        ourRounds.add(Figures.of(ourCalls).median());
        theirRounds.add(Figures.of(theirCalls).median());
      }
    }
    return new Comparison(
        key,
        what,
        "ms",
        Better.LOWER,
        new Side("BoxPredictor", ourRounds),
        Optional.of(new Side("ONNX Runtime called bare", theirRounds)));
  }

  private static double milliseconds(Supplier<?> call) {
    long begin = System.nanoTime();
    Object result = call.get();
    double passed = (System.nanoTime() - begin) / 1e6;
    if (result == null) {
      throw new IllegalStateException("no result");
    }
    return passed;
  }

  private PixelBatch pixels(int count) {
    Picture first = letters.get(0).picture();
    ByteBuffer pixels = ByteBuffer.allocateDirect(count * first.pixels().length);
    for (int i = 0; i < count; i++) {
      pixels.put(letters.get(i).picture().pixels());
    }
    return new PixelBatch(count, first.height(), first.width(), first.channels(), pixels.flip());
  }

  /** In the layout that decoded PNG and JPEG files have. */
  private static BufferedImage image(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    byte[] rgb = picture.pixels();
    for (int i = 0; i < rgb.length; i += 3) {
      bgr[i] = rgb[i + 2];
      bgr[i + 1] = rgb[i + 1];
      bgr[i + 2] = rgb[i];
    }
    return image;
  }
}
