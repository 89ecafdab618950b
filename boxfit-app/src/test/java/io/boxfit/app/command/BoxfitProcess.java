package io.boxfit.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command in a process of its own, which can be killed. */
final class BoxfitProcess {
  private static final int KILLED = 128 + 9;
  private static final int LONGEST_SECONDS = 180;

  private final Process process;
  private final Path out;
  private final Path err;

  private BoxfitProcess(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * @param temporary folder of what it prints and of its temporary files
   */
  static BoxfitProcess start(Path temporary, Object... args) throws IOException {
    return start(temporary, Map.of(), args);
  }

  /**
   * @param temporary folder of what it prints and of its temporary files
   * @param environment more variables
   */
  static BoxfitProcess start(Path temporary, Map<String, String> environment, Object... args)
      throws IOException {
    Path files = Files.createDirectories(temporary.resolve("tmp"));
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    // So short a life is over before the better compiler has earned what it costs.
    words.add("-XX:TieredStopAtLevel=1");
    words.add("-Djava.io.tmpdir=" + files);
    words.add("io.boxfit.app.Boxfit");
    Arrays.stream(args).map(String::valueOf).forEach(words::add);
    Path out = temporary.resolve("out.txt");
    Path err = temporary.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(words);
    // Not as an argument: ONNX Runtime's telemetry does not survive command lines of such a length.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.environment().put("ORT_DISABLE_TELEMETRY", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    return new BoxfitProcess(process, out, err);
  }

  /**
   * Kills it after a while, as {@code kill -9} does.
   *
   * @return false if it ended by itself before
   */
  boolean killedAfter(double seconds) throws InterruptedException {
    if (!process.waitFor((long) (seconds * 1e9), TimeUnit.NANOSECONDS)) {
      process.destroyForcibly().waitFor();
    }
    return process.exitValue() == KILLED;
  }

  /** What it printed; it must end well. */
  String done() throws InterruptedException {
    ended(ExitCode.DONE);
    return text(out);
  }

  /** What it said on standard error; it must end with an exit code. */
  String ended(int exitCode) throws InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("still at work after " + LONGEST_SECONDS + " s: " + text(err));
    }
    if (process.exitValue() != exitCode) {
      throw new AssertionError("exit code " + process.exitValue() + ": " + text(err));
    }
    return text(err);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
