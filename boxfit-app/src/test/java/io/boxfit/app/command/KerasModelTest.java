package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.model.layer.BoxHead;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that Keras saved, at the command line. */
final class KerasModelTest {
  private static final Path FILES =
      Path.of("..", "boxfit-model", "src", "test", "resources", "keras");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "adadelta-mse.h5, 3, optimizer-default",
    "adadelta-mse.keras, 3, optimizer-default",
    "own-loss.json, 3, loss-turns-nan",
    "softmax.keras, 3, softmax-output",
    "branches.keras, 0, ",
    "tfjs.json, 0, "
  })
  void whatIsKnownToFailIsNamedBeforeAStepIsTrained(String name, int exitCode, String code)
      throws IOException {
    CommandLineRun run = CommandLineRun.of("diagnose", "--keras", FILES.resolve(name), "--json");
    assertEquals(exitCode, run.exitCode(), run.err());
    JsonNode diagnosis = new ObjectMapper().readTree(run.out());
    assertEquals(code == null ? "healthy" : "sick", diagnosis.path("verdict").asText());
    assertEquals(code == null ? "" : code, diagnosis.path("rootCause").path("code").asText(""));
    assertTrue(diagnosis.path("notes").size() >= 2, diagnosis.toString());
  }

  @Test
  void peopleReadHowTheFileWasRead() {
    CommandLineRun run = CommandLineRun.of("diagnose", "--keras", FILES.resolve("branches.h5"));
    assertEquals(ExitCode.DONE, run.exitCode());
    assertTrue(run.out().startsWith("healthy"), run.out());
    assertTrue(run.out().contains("How it was read"), run.out());
    assertTrue(run.out().contains("kernel_regularizer left out: 'branch'"), run.out());
  }

  @Test
  void aModelThatCannotBeReadIsOneLine() {
    CommandLineRun run = CommandLineRun.of("diagnose", "--keras", FILES.resolve("lambda.json"));
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertEquals("", run.out());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("layer 'twice' (Lambda): holds Python code"), run.err());
  }

  @Test
  void aModelIsPrintedAsARecipeThatCanBeTrained() throws IOException {
    String printed = CommandLineRun.of("recipe", FILES.resolve("branches.keras")).done().out();
    assertTrue(printed.startsWith("# note: "), printed);
    Path yaml = Files.writeString(folder.resolve("mine.yaml"), printed);
    String again = CommandLineRun.of("recipe", yaml).done().out();
    assertFalse(again.startsWith("# note: "), again);
    assertEquals(
        printed.substring(printed.indexOf("seed:")), again.substring(again.indexOf("seed:")));
  }

  @Test
  void aModelIsTrainedAgain() {
    Path out = folder.resolve("run");
    Path file = FILES.resolve("adadelta-mse.keras");
    CommandLineRun run =
        CommandLineRun.of(
            "train",
            "--data",
            "letters:story",
            "--recipe",
            file,
            "--set",
            "network.box.boxHead.format=cxcywh",
            "--set",
            "data.trainCount=100",
            "--set",
            "data.validationShare=0",
            "--set",
            "data.testCount=20",
            "--set",
            "epochs=1",
            "--out",
            out);
    run.done();
    assertTrue(run.err().startsWith("note: no model file tells what the four"), run.err());
    Recipe trained = RunRecord.read(RunFolder.open(out).record()).recipe(out);
    assertTrue(
        trained.network().last().layer() instanceof BoxHead head
            && head.format() == BoxFormat.CXCYWH);
    assertEquals(630, trained.network().parameterCount());
  }

  /** The library of HDF5 would like to log. */
  @Test
  void nothingIsSaidByLibraries() throws IOException, InterruptedException {
    BoxfitProcess process =
        BoxfitProcess.start(folder, "diagnose", "--keras", FILES.resolve("branches.h5"));
    assertTrue(process.done().startsWith("healthy"));
    assertEquals("", process.ended(ExitCode.DONE));
  }
}
