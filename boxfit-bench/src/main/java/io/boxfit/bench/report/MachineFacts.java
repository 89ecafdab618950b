package io.boxfit.bench.report;

import io.boxfit.train.run.Processor;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured. */
public final class MachineFacts {
  private MachineFacts() {}

  /** Facts by name. */
  public static Map<String, String> read() {
    Map<String, String> facts = new LinkedHashMap<>();
    int cores = Runtime.getRuntime().availableProcessors();
    facts.put(
        "machine",
        Processor.model().map(model -> model + ", ").orElse("")
            + cores
            + (cores == 1 ? " core" : " cores"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    facts.put("JDK", System.getProperty("java.runtime.version"));
    return facts;
  }
}
