package io.boxfit.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunLockTest {
  private static final int PROCESSES = 4;
  private static final int SECONDS = Integer.getInteger("boxfit.lock.seconds", 3);

  @TempDir Path folder;

  @Test
  void processesThatTakeItInTurnsAreNeverInTogether() throws IOException, InterruptedException {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      ProcessBuilder builder =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx64m",
              "-XX:+UseSerialGC",
              LockContest.class.getName(),
              folder.toString(),
              String.valueOf(SECONDS));
      builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
      processes.add(builder.redirectErrorStream(true).start());
    }
    for (Process process : processes) {
      String told =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      assertEquals(0, process.waitFor(), told);
      assertTrue(Integer.parseInt(told) > 0, "never had it");
    }
    assertFalse(Files.exists(folder.resolve("run.lock")));
  }

  @Test
  void fileThatAKilledProcessLeftIsNoObstacle() throws IOException {
    RunFolder run = new RunFolder(folder);
    Files.createFile(run.lock());
    try (RunLock lock = RunLock.take(run)) {
      assertTrue(Files.exists(run.lock()));
    }
    assertFalse(Files.exists(run.lock()));
  }
}
