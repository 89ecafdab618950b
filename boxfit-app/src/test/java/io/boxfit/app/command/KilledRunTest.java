package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose process is killed at any moment loses nothing but time. */
final class KilledRunTest {
  /** In all, over as many runs as it takes. */
  private static final int KILLS = Integer.getInteger("boxfit.kills", 12);

  private static final double SHARE_WHILE_STARTING = 0.3;

  @TempDir Path folder;

  @Test
  void killedRunEndsWithTheWeightsOfOneThatWasNot() throws IOException, InterruptedException {
    RunFolder straight = new RunFolder(folder.resolve("straight"));
    long begin = System.nanoTime();
    start(straight).done();
    double seconds = (System.nanoTime() - begin) / 1e9;
    RandomStream moments = new Seed(1).stream("moments of kills");
    int killed = 0;
    int runs = 0;
    while (killed < KILLS) {
      RunFolder run = new RunFolder(folder.resolve("run-" + runs++));
      killed += trainKilled(run, moments, seconds, KILLS - killed);
      SameRun.require(straight, run);
    }
    System.out.printf(Locale.ROOT, "%d kills in %d runs, nothing lost%n", killed, runs);
    String told = BoxfitProcess.start(folder, "reproduce", straight.path(), "--json").done();
    JsonNode repeated = new ObjectMapper().readTree(told);
    assertTrue(repeated.path("identical").asBoolean(), told);
    assertTrue(repeated.path("expected").asBoolean(), told);
    try (Stream<Path> temporary = Files.list(folder.resolve("tmp"))) {
      assertEquals(0, temporary.filter(f -> f.toString().contains("reproduce")).count());
    }
  }

  private BoxfitProcess start(RunFolder run) throws IOException {
    if (Files.exists(run.record())) {
      return BoxfitProcess.start(folder, "train", "--resume", "--out", run.path());
    }
    return BoxfitProcess.start(
        folder,
        "train",
        "--data",
        "letters:story",
        "--set",
        "data.trainCount=540",
        "--set",
        "batchSize=18",
        "--set",
        "data.testCount=50",
        "--out",
        run.path());
  }

  /** Trains to the end; returns how often the process was killed on the way. */
  private int trainKilled(RunFolder run, RandomStream moments, double seconds, int most)
      throws IOException, InterruptedException {
    int killed = 0;
    BoxfitProcess process = start(run);
    while (killed < most && process.killedAfter(moment(moments, seconds))) {
      killed++;
      process = start(run);
    }
    process.done();
    return killed;
  }

  private static double moment(RandomStream moments, double seconds) {
    boolean starting = moments.nextBoolean(SHARE_WHILE_STARTING);
    return moments.nextDouble(0, starting ? 1 : seconds);
  }

  @Test
  void runThatWasKilledBeforeItBeganBeginsAgain() throws IOException {
    RunFolder run = new RunFolder(folder.resolve("run"));
    Files.createDirectories(run.path());
    Files.createFile(run.lock());
    Files.writeString(run.path().resolve("run.json.part"), "{");
    CommandLineRun resumed = CommandLineRun.of("train", "--resume", "--out", run.path());
    assertEquals(ExitCode.BAD_INPUT, resumed.exitCode(), resumed.err());
    assertTrue(resumed.err().contains("begin it again"), resumed.err());
    TrainedRun.train(run.path()).done();
    SameRun.require(new RunFolder(TrainedRun.instance()), run);
  }
}
