package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that goes on with weights that are not numbers leaves a whole run folder. */
final class NotANumberRunTest {
  @TempDir Path folder;

  @Test
  void everyProductIsMadeAndSaysWhatHappened() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    TrainedRun.train(
            run.path(),
            "--set",
            "optimizer.learningRate=100",
            "--set",
            "optimizer.weightDecay=100",
            "--set",
            "schedule.name=constant",
            "--set",
            "onNonFinite=continue")
        .done();
    JsonNode metrics = new ObjectMapper().readTree(Files.readAllBytes(run.metrics()));
    assertEquals(TrainedRun.TEST_LETTERS, metrics.path("invalid").asInt(), "every box");
    assertEquals(0, metrics.path("meanIou").doubleValue());
    metrics.forEach(
        figure -> assertTrue(figure.isNumber() || figure.isContainerNode(), metrics.toString()));
    assertFalse(metrics.toString().contains("NaN"), metrics.toString());
    assertEquals(0, metrics.path("riskCoverage").path(0).path("confidence").asDouble(-1));
    String report = Files.readString(run.report());
    assertTrue(report.contains("The weights are not numbers"));
    CommandLineRun again =
        CommandLineRun.of("evaluate", "--model", run.model(), "--data", "letters:story", "--json")
            .done();
    assertEquals(
        TrainedRun.TEST_LETTERS, new ObjectMapper().readTree(again.out()).path("invalid").asInt());
    CommandLineRun resumed = CommandLineRun.of("train", "--resume", "--out", run.path()).done();
    assertTrue(resumed.err().contains("nothing to do"), resumed.err());
  }
}
