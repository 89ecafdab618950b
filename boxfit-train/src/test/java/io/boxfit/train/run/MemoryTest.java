package io.boxfit.train.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tensors are given back step by step: a long run needs no more memory than a short one. {@code
 * -Dboxfit.memory.steps=N} trains longer; figures and a graph are left in {@code target/memory}.
 */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
final class MemoryTest {
  private static final int STEPS = Integer.getInteger("boxfit.memory.steps", 1200);
  private static final int BATCH = Integer.getInteger("boxfit.memory.batch", 32);
  private static final int LINES = 200;
  private static final double WARM_UP = STEPS / 5.0;
  private static final Path GRAPH = Path.of("target/memory");

  @TempDir Path folder;

  @Test
  void residentMemoryIsFlatAfterWarmUp() throws IOException, InterruptedException {
    TreeMap<Long, Long> residentKib = new TreeMap<>();
    Process process = training();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), told);
    for (String line : told.lines().toList()) {
      List<String> words = List.of(line.split(" ", 2));
      residentKib.put(Long.parseLong(words.get(0)), Long.parseLong(words.get(1)));
    }
    Files.createDirectories(GRAPH);
    Files.writeString(GRAPH.resolve("memory.csv"), csv(residentKib));
    Files.writeString(
        GRAPH.resolve("memory.svg"),
        new MemoryGraph("Resident memory while training, " + BATCH + " letters a step", residentKib)
            .svg());
    assertEquals(STEPS, residentKib.lastKey());
    Map<Long, Long> warm = residentKib.tailMap((long) WARM_UP, true);
    long least = warm.values().stream().min(Long::compare).orElseThrow();
    long most = warm.values().stream().max(Long::compare).orElseThrow();
    System.out.printf("%d to %d KiB after step %.0f%n", least, most, WARM_UP);
    assertTrue(most < 1.05 * least, "resident KiB by step: " + residentKib);
  }

  private static String csv(Map<Long, Long> residentKib) {
    StringBuilder csv = new StringBuilder("step,residentKib\n");
    residentKib.forEach((step, kib) -> csv.append(step).append(',').append(kib).append('\n'));
    return csv.toString();
  }

  /** As the launcher starts it. */
  private Process training() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx1g",
            "-XX:+UseSerialGC",
            LongTraining.class.getName(),
            folder.toString(),
            String.valueOf(STEPS),
            String.valueOf(BATCH),
            String.valueOf(Math.max(1, STEPS / LINES)));
    Map<String, String> environment = builder.environment();
    environment.put("CLASSPATH", System.getProperty("java.class.path"));
    environment.put("OMP_NUM_THREADS", "1");
    environment.put("MALLOC_MMAP_THRESHOLD_", "1073741824");
    environment.put("MALLOC_TRIM_THRESHOLD_", "17179869184");
    environment.put("MALLOC_TOP_PAD_", "67108864");
    environment.put("MALLOC_ARENA_MAX", "2");
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }
}
