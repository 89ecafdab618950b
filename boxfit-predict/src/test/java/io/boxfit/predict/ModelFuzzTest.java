package io.boxfit.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reads models is native code: it must not take the JVM with it, whatever it is given. */
@EnabledOnOs(OS.LINUX)
class ModelFuzzTest {
  /** Enough for JVM and model; where more is asked for, asking must fail and not the machine. */
  private static final String MEMORY_KB = "12000000";

  @TempDir Path folder;

  private long refused;
  private long used;

  @ParameterizedTest
  @CsvSource({"tiny, 1500", "reliable, 150"})
  void everyModelIsUsedOrRefusedInOneClearLine(String kind, int inputs) throws Exception {
    long count = Long.getLong("boxfit.fuzz.inputs", inputs);
    List<String> died = new ArrayList<>();
    for (long next = 0; next < count; ) {
      Process process = start(kind, next, count);
      long ended = next - 1;
      try (BufferedReader out = process.inputReader()) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (line.startsWith("end ")) {
            ended = note(line);
          }
        }
      }
      int status = process.waitFor();
      if (status != 0) {
        died.add(kind + " model " + (ended + 1) + ": " + reason(status));
      }
      next = status == 0 ? count : ended + 2;
    }
    assertEquals(List.of(), died);
    assertEquals(count, refused + used);
    assertTrue(refused > 0 && used > 0, refused + " refused, " + used + " used");
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("errors.txt")), files.toList());
    }
  }

  private Process start(String kind, long from, long to) throws IOException {
    return new ProcessBuilder(
            "sh",
            "-c",
            "ulimit -v " + MEMORY_KB + "; exec \"$@\"",
            "sh",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-Djava.awt.headless=true",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + folder.resolve("crash%p.txt"),
            "-cp",
            System.getProperty("java.class.path"),
            DamagedModels.class.getName(),
            kind,
            String.valueOf(Long.getLong("boxfit.fuzz.seed", 1)),
            String.valueOf(from),
            String.valueOf(to))
        .directory(folder.toFile())
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("errors.txt").toFile()))
        .start();
  }

  private long note(String line) {
    if (line.endsWith(" used")) {
      used++;
    } else {
      refused++;
    }
    return Long.parseLong(line.replaceAll("[^0-9]", ""));
  }

  private String reason(int status) throws IOException {
    if (status == DamagedModels.TOO_SLOW) {
      return "too slow";
    }
    String errors = Files.readString(folder.resolve("errors.txt"));
    return "exit " + status + ": " + errors.lines().limit(3).toList();
  }
}
