package io.boxfit.app.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsJsonTest {

  @Test
  void holdsEveryFigureUnderItsName(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("metrics.json");
    MetricsJson.write(result(Optional.of(new Box(0, 0, 5, 10))), file);
    JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    assertEquals(
        List.of(
            "meanIou",
            "meanIouUnrounded",
            "medianIou",
            "iouAt50",
            "iouAt75",
            "iouAt90",
            "constantBaseline",
            "skill",
            "spreadRatio",
            "tracking",
            "sideErrorPx",
            "invalid",
            "kerasAccuracy",
            "samples",
            "seconds",
            "imagesPerSecond"),
        names);
    assertEquals(0.8, json.get("meanIou").asDouble(), 1e-12);
    assertEquals(0.5, json.get("meanIouUnrounded").asDouble(), 1e-12);
    assertEquals(1, json.get("iouAt75").asDouble());
    assertEquals(0.25, json.get("constantBaseline").asDouble(), 1e-12);
    assertEquals(2, json.get("sideErrorPx").get("right").asDouble(), 1e-12);
    assertEquals(4, json.get("spreadRatio").size());
    assertEquals(4, json.get("tracking").size());
    assertEquals(2, json.get("imagesPerSecond").asDouble(), 1e-12);
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void leavesOutTheUnroundedFigureOfModelsThatDoNotRound() {
    assertFalse(MetricsJson.tree(result(Optional.empty())).has("meanIouUnrounded"));
  }

  @Test
  void placeThatCannotBeWrittenIsNamed(@TempDir Path folder) {
    Path file = folder.resolve("missing").resolve("metrics.json");
    UncheckedIOException failure =
        assertThrows(
            UncheckedIOException.class, () -> MetricsJson.write(result(Optional.empty()), file));
    assertEquals(1, failure.getMessage().lines().count());
    assertTrue(failure.getMessage().startsWith("cannot write " + file), failure.getMessage());
  }

  /** One picture of 20x10 whose object is its left half; the prediction covers 8 of 10 columns. */
  private static EvaluationResult result(Optional<Box> unrounded) {
    Outcome outcome = new Outcome(new Box(0, 0, 8, 10), unrounded, new Box(0, 0, 10, 10), 20, 10);
    Metrics metrics = Metrics.of(List.of(outcome), new Box(0, 0, 5, 5));
    return new EvaluationResult(metrics, List.of(new JudgedSample(0, "half", outcome)), 0.5);
  }
}
