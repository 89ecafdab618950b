package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps a second process out of a run folder while one works in it. The system forgets the lock of
 * a process that was killed; the empty file that stays then does no harm.
 */
final class RunLock implements AutoCloseable {
  /** Each means that another process ended its work at this very moment. */
  private static final int ATTEMPTS = 100;

  private final Path file;
  private final FileChannel channel;
  private final FileChannel witness;

  private RunLock(Path file, FileChannel channel, FileChannel witness) {
    this.file = file;
    this.channel = channel;
    this.witness = witness;
  }

  /**
   * @throws BadInputException if another process has it
   * @throws UncheckedIOException if the lock file cannot be made
   */
  static RunLock take(RunFolder folder) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<RunLock> lock = attempt(folder);
        if (lock.isPresent()) {
          return lock.get();
        }
      }
      throw taken(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + folder.lock(), e);
    }
  }

  /**
   * Takes the lock, unless whoever had it before removed the file between opening and locking: such
   * a lock is on a file that nobody else can find, and keeps nobody out.
   */
  private static Optional<RunLock> attempt(RunFolder folder) throws IOException {
    Path file = folder.lock();
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    Optional<FileChannel> witness = Optional.empty();
    try {
      if (!locked(channel)) {
        throw taken(folder);
      }
      witness = witness(file);
      return witness.map(found -> new RunLock(file, channel, found));
    } finally {
      if (witness.isEmpty()) {
        channel.close();
      }
    }
  }

  /**
   * What is found under the name now, where it is what this process has locked. Only a second lock
   * can tell, which Java refuses then: the system gives the number of a file that is gone to the
   * next one. Stays open, because the system drops the lock with the first channel that closes.
   */
  private static Optional<FileChannel> witness(Path file) throws IOException {
    FileChannel found;
    try {
      found = FileChannel.open(file, StandardOpenOption.WRITE);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
    if (lockedHere(found)) {
      return Optional.of(found);
    }
    found.close();
    return Optional.empty();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static boolean lockedHere(FileChannel channel) throws IOException {
    try {
      channel.tryLock();
      return false;
    } catch (OverlappingFileLockException e) {
      return true;
    }
  }

  private static BadInputException taken(RunFolder folder) {
    return new BadInputException(
        folder.path() + ": another process is at work in this run folder; wait for it");
  }

  /** Removes the file while nobody else can have the lock, then gives it up. */
  @Override
  public void close() {
    try (channel;
        witness) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
