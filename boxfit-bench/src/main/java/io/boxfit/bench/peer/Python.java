package io.boxfit.bench.peer;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Python that has what a peer needs.
 *
 * @param command its program
 */
public record Python(String command) {
  /** Debian's own comes second: another one may stand before it on the path, without PyTorch. */
  private static final List<String> USUAL = List.of("python3", "/usr/bin/python3");

  /**
   * The Python asked for, or else the first of the usual ones that can import some modules.
   *
   * @param wanted what the user asked for
   * @param modules that it must have
   * @return empty where nobody asked for one and no usual one has the modules
   * @throws BadInputException if the one asked for has them not
   */
  public static Optional<Python> find(Optional<String> wanted, String... modules) {
    String statement = "import " + String.join(", ", modules);
    if (wanted.isEmpty()) {
      return USUAL.stream().filter(name -> runs(name, statement)).findFirst().map(Python::new);
    }
    if (!runs(wanted.get(), statement)) {
      throw new BadInputException(
          "--python " + wanted.get() + ": cannot run '" + statement + "'; name one that can");
    }
    return wanted.map(Python::new);
  }

  private static boolean runs(String command, String statement) {
    try {
      return new ProcessBuilder(command, "-c", statement)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Starts a script that answers line by line.
   *
   * @param allocatorSettings whether it gets this process's settings of the C library's allocator
   */
  public LineProcess start(Path script, List<String> arguments, boolean allocatorSettings) {
    List<String> line = new ArrayList<>(List.of(command, script.toString()));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line);
    // Set for Boxfit, which shares the work among its own threads; a peer says how many it takes.
    builder.environment().remove("OMP_NUM_THREADS");
    // The second run of a script should find what the first one compiled nowhere in the sources.
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    if (!allocatorSettings) {
      builder.environment().keySet().removeIf(name -> name.startsWith("MALLOC_"));
    }
    return LineProcess.start(builder);
  }
}
