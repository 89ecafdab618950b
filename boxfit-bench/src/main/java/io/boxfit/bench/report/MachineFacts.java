package io.boxfit.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** On what was measured. */
public final class MachineFacts {
  private MachineFacts() {}

  /** Facts by name. */
  public static Map<String, String> read() {
    Map<String, String> facts = new LinkedHashMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    facts.put(
        "machine",
        processor().map(model -> model + ", ").orElse("")
            + cores
            + (cores == 1 ? " core" : " cores"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("JDK", System.getProperty("java.runtime.version"));
    return facts;
  }

  private static Optional<String> processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst();
    } catch (IOException e) {
      // Not Linux: the architecture must do.
      return Optional.empty();
    }
  }
}
