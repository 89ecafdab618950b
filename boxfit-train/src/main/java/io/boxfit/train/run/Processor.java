package io.boxfit.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the processor is called; the weights depend on its vector instructions, not on its name. */
public final class Processor {
  private static final Path FACTS = Path.of("/proc/cpuinfo");
  private static final String KEY = "model name";

  private Processor() {}

  /** Its name where the system tells it: Linux does, on some architectures. */
  public static Optional<String> model() {
    return model(FACTS);
  }

  static Optional<String> model(Path facts) {
    try (Stream<String> lines = Files.lines(facts)) {
      return lines
          .filter(line -> line.startsWith(KEY))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .filter(name -> !name.isEmpty())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
