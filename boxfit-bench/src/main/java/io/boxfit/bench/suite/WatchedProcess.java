package io.boxfit.bench.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Runs a command and looks at its memory twenty times a second; Linux only. */
final class WatchedProcess {
  private static final long EVERY_MILLISECONDS = 50;

  private WatchedProcess() {}

  /** Whether memory of processes can be read here. */
  static boolean isPossible() {
    return Files.isReadable(Path.of("/proc/self/status"));
  }

  /**
   * What was seen.
   *
   * @param peakUntil highest resident memory of the process until the condition held, bytes
   * @param peak the same until the end
   * @param treePeak highest sum of the resident memory of the process and all it started
   */
  record Memory(long peakUntil, long peak, long treePeak) {}

  /**
   * Runs to the end.
   *
   * @param condition splits the run in two
   * @throws IllegalStateException if the command fails
   */
  static Memory run(List<String> command, BooleanSupplier condition) {
    Process process = start(command);
    long until = 0;
    long peak = 0;
    long tree = 0;
    boolean held = false;
    try {
      do {
        held = held || condition.getAsBoolean();
        peak = Math.max(peak, status(process.toHandle(), "VmHWM:").orElse(0));
        until = held ? until : peak;
        tree = Math.max(tree, resident(process));
      } while (!process.waitFor(EVERY_MILLISECONDS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IllegalStateException("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    return new Memory(until, peak, tree);
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + command, e);
    }
  }

  private static long resident(Process process) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToLong(handle -> status(handle, "VmRSS:").orElse(0))
        .sum();
  }

  private static OptionalLong status(ProcessHandle process, String key) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      // It has just ended.
      return OptionalLong.empty();
    }
  }
}
