package io.boxfit.train.run;

import io.boxfit.train.engine.Engine;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run is computed with: the facts on which the last bits of a result may depend. */
final class Machine {
  private Machine() {}

  static Map<String, String> facts() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("os", System.getProperty("os.name"));
    facts.put("arch", System.getProperty("os.arch"));
    Processor.model().ifPresent(model -> facts.put("cpu", model));
    facts.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
    facts.put("instructions", Engine.instructions());
    String coreType = System.getenv("OPENBLAS_CORETYPE");
    if (coreType != null) {
      facts.put("OPENBLAS_CORETYPE", coreType);
    }
    return facts;
  }

  static Map<String, String> versions(String boxfit) {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("boxfit", boxfit);
    versions.put("jdk", System.getProperty("java.runtime.version"));
    versions.put("engine", Engine.version());
    return versions;
  }
}
