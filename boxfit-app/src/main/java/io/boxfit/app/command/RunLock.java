package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second process out of a run folder while one works in it. The system forgets the lock of
 * a process that was killed; the empty file that stays then does no harm.
 */
final class RunLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws BadInputException if another process has it
   */
  static RunLock take(RunFolder folder) {
    Path file = folder.lock();
    FileChannel channel = null;
    boolean taken = false;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      taken = locked(channel);
      if (!taken) {
        throw new BadInputException(
            folder.path() + ": another process is at work in this run folder; wait for it");
      }
      return new RunLock(file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    } finally {
      if (!taken && channel != null) {
        close(channel);
      }
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close a lock", e);
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    } finally {
      close(channel);
    }
  }
}
