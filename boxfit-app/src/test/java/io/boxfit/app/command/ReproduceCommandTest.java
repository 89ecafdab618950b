package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run trained again, on this machine and as if on another one. */
final class ReproduceCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private RunFolder run;
  private ObjectNode record;
  private ObjectNode metrics;

  /** What is compared of a run, so that it can be changed. */
  @BeforeEach
  void copyRun() throws IOException {
    RunFolder original = new RunFolder(TrainedRun.instance());
    run = new RunFolder(Files.createDirectories(folder.resolve("the run")));
    record = (ObjectNode) JSON.readTree(Files.readAllBytes(original.record()));
    metrics = (ObjectNode) JSON.readTree(Files.readAllBytes(original.metrics()));
  }

  private CommandLineRun reproduce(Object... more) throws IOException {
    JSON.writeValue(run.record().toFile(), record);
    JSON.writeValue(run.metrics().toFile(), metrics);
    Object[] args = new Object[2 + more.length];
    args[0] = "reproduce";
    args[1] = run.path();
    System.arraycopy(more, 0, args, 2, more.length);
    return CommandLineRun.of(args);
  }

  private void pretendOtherMachine() {
    ((ObjectNode) record.get("machine")).put("instructions", "ABACUS");
  }

  private void pretendOtherWeights() {
    record.put("weightsSha256", "0".repeat(64));
  }

  @Test
  void sameWeightsComeOutAndMayBeKept() throws IOException {
    RunFolder kept = new RunFolder(folder.resolve("kept"));
    CommandLineRun again = reproduce("--json", "--out", kept.path());
    JsonNode told = JSON.readTree(again.done().out());
    assertTrue(told.path("identical").asBoolean());
    assertTrue(told.path("expected").asBoolean());
    assertEquals(record.path("weightsSha256"), told.path("weightsSha256"));
    assertEquals(record.path("weightsSha256"), told.path("original"));
    assertEquals(0, told.path("differences").size());
    assertFalse(told.has("metrics"));
    assertTrue(Files.exists(kept.report()));
    assertFalse(Files.exists(run.model()), "the run itself is left alone");
    CommandLineRun twice = reproduce("--out", kept.path());
    assertEquals(ExitCode.BAD_INPUT, twice.exitCode(), twice.err());
  }

  @Test
  void anotherJdkAndMoreCoresAreNoMatter() throws IOException {
    ((ObjectNode) record.get("versions")).put("jdk", "99");
    ((ObjectNode) record.get("machine")).put("processors", "64").put("cpu", "another one");
    CommandLineRun again = reproduce();
    assertTrue(again.done().out().contains("yes, bit for bit"), again.out());
    assertFalse(again.err().contains("cannot be expected"), again.err());
  }

  @Test
  void recordOfAnEarlierVersionWithoutTheProcessorsNameWillDo() throws IOException {
    ((ObjectNode) record.get("machine")).remove("cpu");
    CommandLineRun again = reproduce("--json");
    JsonNode told = JSON.readTree(again.done().out());
    assertTrue(told.path("identical").asBoolean(), told.toString());
    assertEquals(0, told.path("differences").size(), told.toString());
  }

  @Test
  void anotherVersionAndAChangedRecipeAreSaidFirst() throws IOException {
    ((ObjectNode) record.get("versions")).put("boxfit", "0.0.1");
    ((ObjectNode) record.get("recipe")).put("seed", 4);
    CommandLineRun again = reproduce("--json");
    JsonNode told = JSON.readTree(again.out());
    assertFalse(told.path("identical").asBoolean(true));
    assertTrue(told.path("differences").path(0).asText().startsWith("boxfit: 0.0.1 then"));
    assertTrue(told.path("differences").path(1).asText().startsWith("recipe's digest"));
  }

  @Test
  void otherWeightsFailWhereTheSameAreExpected() throws IOException {
    pretendOtherWeights();
    CommandLineRun again = reproduce("--json");
    assertEquals(ExitCode.FAILED, again.exitCode(), again.err());
    JsonNode told = JSON.readTree(again.out());
    assertFalse(told.path("identical").asBoolean(true));
    assertTrue(told.path("expected").asBoolean());
    assertEquals(0, told.path("metrics").path("meanIouChange").asDouble(-1), 1e-9);
    assertEquals(metrics, told.path("metrics").path("original"));
  }

  @Test
  void onAnotherMachineEqualMetricsAreEnough() throws IOException {
    pretendOtherMachine();
    pretendOtherWeights();
    CommandLineRun again = reproduce();
    String first = again.done().err().lines().findFirst().orElseThrow();
    assertTrue(first.startsWith("identical weights cannot be expected: instructions"), first);
    assertTrue(first.contains("ABACUS then"), first);
    assertTrue(again.out().contains("no, as was said"), again.out());
    assertTrue(again.out().contains("change +0.0000"), again.out());
  }

  @Test
  void onAnotherMachineOtherMetricsFail() throws IOException {
    pretendOtherMachine();
    pretendOtherWeights();
    metrics.put("meanIou", metrics.path("meanIou").asDouble() - 0.02);
    CommandLineRun again = reproduce("--json");
    assertEquals(ExitCode.FAILED, again.exitCode(), again.err());
    JsonNode told = JSON.readTree(again.out());
    assertFalse(told.path("expected").asBoolean(true));
    assertEquals(1, told.path("differences").size());
    assertEquals(0.02, told.path("metrics").path("meanIouChange").asDouble(), 1e-9);
  }

  @Test
  void runThatIsNotFinishedIsRefused() throws IOException {
    record.put("state", "stopped");
    CommandLineRun again = reproduce();
    assertEquals(ExitCode.BAD_INPUT, again.exitCode());
    assertEquals(1, again.err().lines().count(), again.err());
    assertTrue(again.err().contains("not finished; finish it with"), again.err());
    record.put("state", "finished");
    metrics.remove("meanIou");
    CommandLineRun without = reproduce();
    assertEquals(ExitCode.BAD_INPUT, without.exitCode());
    assertTrue(without.err().contains("no meanIou"), without.err());
  }
}
