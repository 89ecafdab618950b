package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessorTest {
  @TempDir Path folder;

  private Optional<String> model(String facts) throws IOException {
    return Processor.model(
        Files.write(folder.resolve("cpuinfo"), facts.getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void nameIsThatOfTheFirstCore() throws IOException {
    String core = "processor\t: 0\nmodel\t\t: 63\nmodel name\t: Abacus(R) 3: 2.4 GHz \n\n";
    assertEquals(Optional.of("Abacus(R) 3: 2.4 GHz"), model(core + core.replace("3:", "4:")));
  }

  @Test
  void nothingIsKnownWhereTheSystemTellsNothing() throws IOException {
    assertEquals(Optional.empty(), model("processor\t: 0\nCPU implementer\t: 0x41\n"));
    assertEquals(Optional.empty(), model("model name\t:\n"));
    assertEquals(Optional.empty(), model("vendor: \u00e9\n"));
    assertEquals(Optional.empty(), Processor.model(folder.resolve("none")));
  }
}
