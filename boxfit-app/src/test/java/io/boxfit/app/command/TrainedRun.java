package io.boxfit.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One tiny run, trained once for all tests. */
final class TrainedRun {
  static final int TEST_LETTERS = 60;

  /** Six percent of its letters. */
  static final int VALIDATION_LETTERS = 13;

  /** A dozen steps, each of a batch just large enough to be shared between two threads. */
  static final Object[] OPTIONS = {
    "train",
    "--data",
    "letters:story",
    "--seed",
    3,
    "--set",
    "data.trainCount=220",
    "--set",
    "data.validationShare=0.06",
    "--set",
    "batchSize=18",
    "--set",
    "data.testCount=" + TEST_LETTERS
  };

  private static Path run;

  private TrainedRun() {}

  /** Its folder; not to be changed. */
  static synchronized Path instance() {
    if (run == null) {
      try {
        Path folder = Files.createTempDirectory("boxfit-test");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
        run = folder.resolve("run");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      train(run).done();
    }
    return run;
  }

  static CommandLineRun train(Path out, Object... more) {
    Object[] all =
        Stream.of(OPTIONS, more, new Object[] {"--out", out}).flatMap(Stream::of).toArray();
    return CommandLineRun.of(all);
  }

  private static void remove(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
