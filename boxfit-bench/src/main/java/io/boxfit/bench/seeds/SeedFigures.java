package io.boxfit.bench.seeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * What a finished run reached.
 *
 * @param seed of its start
 * @param meanIou of what the model gives out
 * @param meanIouUnrounded before rounding to whole pixels
 * @param iouAt50 share of test samples with IoU of at least 0.5
 * @param iouAt90 the same for 0.9
 * @param worstSidePx mean absolute error of the worst of the four sides, px
 * @param weights the first twelve digits of their SHA-256
 */
record SeedFigures(
    int seed,
    double meanIou,
    double meanIouUnrounded,
    double iouAt50,
    double iouAt90,
    double worstSidePx,
    String weights) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DIGITS = 12;

  /** Reads metrics.json and run.json of a run folder. */
  static SeedFigures read(int seed, Path run) {
    try {
      JsonNode metrics = JSON.readTree(run.resolve("metrics.json").toFile());
      JsonNode record = JSON.readTree(run.resolve("run.json").toFile());
      double worst = 0;
      for (JsonNode side : metrics.get("sideErrorPx")) {
        worst = Math.max(worst, side.asDouble());
      }
      return new SeedFigures(
          seed,
          metrics.get("meanIou").asDouble(),
          metrics.path("meanIouUnrounded").asDouble(metrics.get("meanIou").asDouble()),
          metrics.get("iouAt50").asDouble(),
          metrics.get("iouAt90").asDouble(),
          worst,
          record.get("weightsSha256").asText().substring(0, DIGITS));
    } catch (IOException e) {
      throw new UncheckedIOException(run + ": cannot read what came of the run", e);
    }
  }
}
