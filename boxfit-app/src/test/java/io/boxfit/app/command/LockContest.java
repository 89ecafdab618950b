package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes and gives up the lock of a run folder over and over, and fails if it is not alone. */
final class LockContest {
  private LockContest() {}

  /**
   * Contends.
   *
   * @param args the run folder; seconds
   */
  public static void main(String[] args) throws IOException {
    RunFolder folder = new RunFolder(Path.of(args[0]));
    Path alone = folder.path().resolve("alone");
    long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
    int taken = 0;
    while (System.nanoTime() < end) {
      try (RunLock lock = RunLock.take(folder)) {
        Files.createFile(alone);
        Files.delete(alone);
        taken++;
      } catch (BadInputException e) {
        Thread.onSpinWait();
      }
    }
    System.out.println(taken);
  }
}
