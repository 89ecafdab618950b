package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
@EnabledOnOs(OS.LINUX)
class NativeMemoryTest {
  /** The allocator's own swing; a thousand sessions left open take over 500 MB. */
  private static final long ALLOWED_KB = 30_000;

  @ParameterizedTest
  @ValueSource(strings = {"loads", "failedLoads", "sizes"})
  void aThousandRepetitionsLeaveNothingBehind(String use) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms64m",
                    "-Xmx64m",
                    "-XX:+AlwaysPreTouch",
                    "-Djava.awt.headless=true",
                    "-cp",
                    System.getProperty("java.class.path"),
                    RepeatedUse.class.getName(),
                    use))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertTrue(output.matches("[0-9]+\\R[0-9]+"), output);
    List<Long> resident = output.lines().map(Long::valueOf).toList();
    System.out.printf(
        "%s: resident KB %d before, %d after%n", use, resident.get(0), resident.get(1));
    long more = resident.get(1) - resident.get(0);
    assertTrue(more < ALLOWED_KB, more + " KB more");
  }
}
