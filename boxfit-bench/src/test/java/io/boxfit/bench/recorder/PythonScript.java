package io.boxfit.bench.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.boxfit.bench.peer.Python;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Runs a script of the tests, which says in JSON what is to be found in the traces it leaves. */
final class PythonScript {
  private static final Path SCRIPTS = Path.of("src/test/python");
  private static final Path INTEGRATIONS = Path.of("../integrations");

  private PythonScript() {}

  /**
   * @param script in the folder of scripts
   * @param integration whose folder holds the recorder
   * @param traces folder for the traces
   * @param modules without which the test is skipped
   */
  static JsonNode run(String script, String integration, Path traces, String... modules)
      throws IOException {
    Optional<Python> python = Python.find(Optional.empty(), modules);
    assumeTrue(python.isPresent(), "skipped: no python3 has " + String.join(", ", modules));
    ProcessBuilder builder =
        new ProcessBuilder(
            python.orElseThrow().command(),
            "-B",
            SCRIPTS.resolve(script).toString(),
            INTEGRATIONS.resolve(integration).toString(),
            traces.toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertEquals(0, process.waitFor(), script + " failed; it has said why on standard error");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
    return new ObjectMapper().readTree(said);
  }
}
