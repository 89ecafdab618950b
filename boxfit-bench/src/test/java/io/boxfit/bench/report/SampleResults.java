package io.boxfit.bench.report;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two lines, one with a peer and one without. */
final class SampleResults {
  static final Results RESULTS =
      new Results(
          "boxfit-bench/run --rounds 2",
          Map.of("machine", "some processor, 2 cores"),
          List.of(
              new Comparison(
                  "training.cached",
                  "training",
                  "images/s",
                  Better.HIGHER,
                  new Side("Boxfit", List.of(1200.0, 1000.0)),
                  Optional.of(new Side("a | b", List.of(600.0, 1000.0)))),
              new Comparison(
                  "memory.demo",
                  "memory",
                  "MB",
                  Better.LOWER,
                  new Side("Boxfit", List.of(12.345)),
                  Optional.empty())),
          List.of("something was left out"));

  private SampleResults() {}
}
