package io.boxfit.bench.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.boxfit.core.box.Box;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.metrics.ConstantBaseline;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.core.metrics.PerSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What became of one training: figures on pictures that it never saw.
 *
 * @param meanIou of its boxes; 0 where they are no numbers
 * @param skill share of the way from the best constant box to perfect ones
 * @param tracks least correlation of a side with the truth
 * @param seconds that it took
 */
record Stay(double meanIou, double skill, double tracks, double seconds) {
  private static final JsonMapper JSON = new JsonMapper();

  /** A fifth of the way from the best constant box to perfect ones. */
  private static final double LEARNED = 0.2;

  private static final double FOLLOWS = 0.7;

  static Stay of(Metrics metrics, double seconds) {
    PerSide sides = metrics.tracking();
    double least =
        DoubleStream.of(sides.left(), sides.top(), sides.right(), sides.bottom())
            .min()
            .orElseThrow();
    return new Stay(finite(metrics.meanIou()), finite(metrics.skill()), finite(least), seconds);
  }

  static Stay of(List<Box> truth, List<Box> predicted, int width, int height, double seconds) {
    List<Outcome> outcomes =
        IntStream.range(0, truth.size())
            .mapToObj(i -> new Outcome(predicted.get(i), truth.get(i), width, height))
            .toList();
    return of(Metrics.of(outcomes, ConstantBaseline.fit(truth)), seconds);
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : 0;
  }

  /** Whether all four sides follow the object and the boxes are worth something. */
  boolean well() {
    return skill >= LEARNED && tracks >= FOLLOWS;
  }

  /** What stands in a folder, if that training was done. */
  static Optional<Stay> in(Path folder) {
    Path file = folder.resolve("stay.json");
    try {
      return Files.exists(file)
          ? Optional.of(JSON.readValue(Files.readString(file), Stay.class))
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Writes it last: what is there is whole. */
  void writeTo(Path folder) throws IOException {
    AtomicFile.write(
        folder.resolve("stay.json").toAbsolutePath(),
        JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8));
  }
}
