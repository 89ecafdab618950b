package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
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

  private RunLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
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
    FileChannel channel = null;
    boolean taken = false;
    try {
      makeSure(file);
      Object before = identity(file);
      channel = FileChannel.open(file, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        throw taken(folder);
      }
      // Not by opening it again: closing a second channel would drop the lock of the first.
      taken = Objects.equals(before, identity(file));
      return taken ? Optional.of(new RunLock(file, channel)) : Optional.empty();
    } catch (NoSuchFileException e) {
      if (!Files.isDirectory(folder.path())) {
        throw e;
      }
      return Optional.empty();
    } finally {
      if (!taken && channel != null) {
        channel.close();
      }
    }
  }

  private static void makeSure(Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException e) {
      // What another process is using, or a killed one left.
    }
  }

  private static Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static BadInputException taken(RunFolder folder) {
    return new BadInputException(
        folder.path() + ": another process is at work in this run folder; wait for it");
  }

  /** Removes the file while nobody else can have the lock, then gives it up. */
  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + file, e);
    }
  }
}
