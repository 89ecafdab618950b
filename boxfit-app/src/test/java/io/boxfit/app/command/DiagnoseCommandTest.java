package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor at the command line. */
final class DiagnoseCommandTest {
  private static final Object[] HALF_SIZE = {
    "train",
    "--data",
    "letters:story-half",
    "--recipe",
    "article",
    "--seed",
    1,
    "--set",
    "input={width: 100, height: 50}",
    "--set",
    "network=article-half",
    "--set",
    "data.validationShare=0",
    "--set",
    "data.testCount=200",
    "--set",
    "epochs=1"
  };

  @TempDir Path folder;

  private static List<double[]> truths() {
    RandomStream random = new Seed(1).stream("truths");
    List<double[]> boxes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double x = 160 * random.nextDouble();
      double y = 60 * random.nextDouble();
      boxes.add(
          new double[] {
            x, y, x + 15 + 20 * random.nextDouble(), y + 15 + 20 * random.nextDouble()
          });
    }
    return boxes;
  }

  private Path csv(String name, UnaryOperator<double[]> change) throws IOException {
    String text =
        truths().stream()
            .map(change)
            .map(
                row ->
                    Arrays.stream(row).mapToObj(Double::toString).collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "x1,y1,x2,y2\n", "\n"));
    return Files.writeString(folder.resolve(name), text);
  }

  private CommandLineRun diagnose(UnaryOperator<double[]> change) throws IOException {
    return CommandLineRun.of(
        "diagnose",
        "--predictions",
        csv("P.csv", change),
        "--truth",
        csv("T.csv", row -> row),
        "--image-size",
        "200x100",
        "--json");
  }

  private static CommandLineRun train(Path out, Object... more) {
    List<Object> all = new ArrayList<>(List.of(HALF_SIZE));
    all.addAll(List.of(more));
    all.addAll(List.of("--out", out));
    return CommandLineRun.of(all.toArray());
  }

  private static JsonNode json(CommandLineRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }

  @Test
  void goodPredictionsAreHealthy() throws IOException {
    CommandLineRun run = diagnose(r -> new double[] {r[0] + 2, r[1] - 1, r[2] + 1, r[3] + 2});
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    assertEquals("healthy", json(run).path("verdict").asText());
    assertTrue(json(run).path("rootCause").isNull());
    JsonNode figures = json(run).path("figures");
    assertEquals(100, figures.path("samples").asInt());
    assertTrue(figures.path("meanIou").asDouble() > 0.7, figures.toString());
    assertTrue(figures.path("skill").asDouble() > 0.6, figures.toString());
    assertTrue(figures.path("tracking").path("top").asDouble() > 0.9, figures.toString());
  }

  @Test
  void swappedAxesAreNamedAndTheProcessSaysSick() throws IOException {
    CommandLineRun run = diagnose(r -> new double[] {r[1], r[0], r[3], r[2]});
    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.err());
    assertEquals("wrong-reading", json(run).path("rootCause").path("code").asText());
  }

  @Test
  void truthsOfAnotherFormatAreToldFromTheirNumbers() throws IOException {
    UnaryOperator<double[]> cornerAndSize =
        r -> new double[] {r[0], r[1], r[2] - r[0], r[3] - r[1]};
    CommandLineRun run =
        CommandLineRun.of(
            "diagnose",
            "--predictions",
            csv("P.csv", r -> r),
            "--truth",
            csv("T.csv", cornerAndSize),
            "--image-size",
            "200x100",
            "--format",
            "xyxy");
    assertEquals(ExitCode.DONE, run.exitCode(), run.err());
    assertTrue(run.out().startsWith("healthy"), run.out());
  }

  @Test
  void wrongInputIsOneLineWithItsPlace() throws IOException {
    Path truth = csv("T.csv", row -> row);
    Path bad = Files.writeString(folder.resolve("bad.csv"), "x1,y1,x2,y2\n1,2,three,4\n");
    CommandLineRun run = CommandLineRun.of("diagnose", "--predictions", bad, "--truth", truth);
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("bad.csv:2, column 3"), run.err());
    Path broken = csv("N.csv", r -> new double[] {Double.NaN, 0, 1, 1});
    run = CommandLineRun.of("diagnose", "--predictions", truth, "--truth", broken);
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("N.csv: row 1: a true box must be four finite"), run.err());
  }

  @Test
  void theStorysRunIsSickAndItsCauseNamed() throws IOException {
    Path out = folder.resolve("A");
    CommandLineRun trained = train(out, "--set", "data.trainCount=500").done();
    assertTrue(trained.out().contains("sick: The loss is no number"), trained.out());
    CommandLineRun run = CommandLineRun.of("diagnose", "--run", out, "--json");
    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.err());
    assertEquals("loss-turns-nan", json(run).path("rootCause").path("code").asText());
    assertTrue(Files.readString(out.resolve("report.html")).contains("<h2 id=\"doctor\">"));
    CommandLineRun traced = CommandLineRun.of("diagnose", "--trace", out.resolve("trace.jsonl"));
    assertEquals(ExitCode.FINDINGS, traced.exitCode(), traced.err());
    assertTrue(traced.out().contains("[loss-turns-nan, since step 1"), traced.out());
  }

  @Test
  void otherStartsOfTheStoryEndAsItDid() throws IOException {
    Path out = folder.resolve("B");
    train(out, "--set", "data.trainCount=500").done();
    CommandLineRun run = CommandLineRun.of("diagnose", "--run", out, "--restarts", 2, "--json");
    assertEquals(ExitCode.FINDINGS, run.exitCode(), run.err());
    assertTrue(run.out().contains("none of 2 other starts"), run.out());
    CommandLineRun without = CommandLineRun.of("diagnose", "--recipe", "article", "--restarts", 2);
    assertEquals(ExitCode.BAD_INPUT, without.exitCode());
    assertTrue(without.err().contains("name it by --run"), without.err());
  }

  @Test
  void healingStopsTheSickRunAndEndsWithAHealthyOne() throws IOException {
    Path out = folder.resolve("H");
    CommandLineRun run = train(out, "--set", "data.trainCount=8000", "--heal").done();
    assertTrue(run.err().contains("attempt 1 is sick"), run.err());
    assertTrue(run.err().contains("--set loss=mse"), run.err());
    assertTrue(Files.exists(folder.resolve("H-sick-1").resolve("trace.jsonl")));
    JsonNode log = new ObjectMapper().readTree(out.resolve("heal.json").toFile());
    assertEquals("loss-turns-nan", log.at("/0/diagnosis/rootCause/code").asText());
    JsonNode metrics = new ObjectMapper().readTree(out.resolve("metrics.json").toFile());
    assertTrue(metrics.path("meanIou").asDouble() > 0.2, metrics.toString());
    assertEquals(
        ExitCode.DONE, CommandLineRun.of("diagnose", "--run", out).exitCode(), "healed run");
  }

  @Test
  void healingThatCouldNotPutARunAsideDoesNotBegin() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("H-sick-2"));
    CommandLineRun run = train(folder.resolve("H"), "--set", "data.trainCount=500", "--heal");
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().startsWith("boxfit: " + taken + ": exists already"), run.err());
    assertTrue(run.err().contains("another folder with --out"), run.err());
    assertFalse(Files.exists(folder.resolve("H")), "nothing is begun");
  }

  @Test
  void healingCannotMoveTheFolderThatItIsCalledIn() {
    CommandLineRun run = train(Path.of("."), "--heal");
    assertEquals(ExitCode.BAD_INPUT, run.exitCode(), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("cannot move the folder that it is called in"), run.err());
  }

  @Test
  void healingDoesNotGoOnWithARun() {
    CommandLineRun run =
        CommandLineRun.of("train", "--resume", "--heal", "--out", folder.resolve("x"));
    assertEquals(ExitCode.BAD_INPUT, run.exitCode());
    assertTrue(run.err().contains("--heal begins a run"), run.err());
    assertFalse(Files.exists(folder.resolve("x")));
  }
}
