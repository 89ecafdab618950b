package io.boxfit.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class ResultsJsonTest {

  @Test
  void everyFigureStandsUnderItsKey() throws IOException {
    JsonNode document = new ObjectMapper().readTree(ResultsJson.of(SampleResults.RESULTS));
    assertEquals("boxfit-bench/run --rounds 2", document.path("command").asText());
    assertEquals("some processor, 2 cores", document.path("machine").path("machine").asText());
    assertEquals("something was left out", document.path("notes").path(0).asText());
    JsonNode first = document.path("comparisons").path(0);
    assertEquals("training.cached", first.path("key").asText());
    assertEquals("images/s", first.path("unit").asText());
    assertEquals("higher", first.path("better").asText());
    assertEquals("Boxfit", first.path("ours").path("name").asText());
    assertEquals(1000, first.path("ours").path("min").asDouble());
    assertEquals(1100, first.path("ours").path("median").asDouble());
    assertEquals(1200, first.path("ours").path("max").asDouble());
    assertEquals(1200, first.path("ours").path("rounds").path(0).asDouble());
    assertEquals(800, first.path("theirs").path("median").asDouble());
    assertEquals(1, first.path("ratio").path("min").asDouble());
    assertEquals(1.5, first.path("ratio").path("median").asDouble());
    assertEquals(2, first.path("ratio").path("max").asDouble());
  }

  @Test
  void withoutPeerThereIsNeitherPeerNorRatio() throws IOException {
    JsonNode document = new ObjectMapper().readTree(ResultsJson.of(SampleResults.RESULTS));
    JsonNode second = document.path("comparisons").path(1);
    assertEquals("memory.demo", second.path("key").asText());
    assertFalse(second.has("theirs"));
    assertFalse(second.has("ratio"));
  }
}
