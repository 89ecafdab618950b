package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A folder that appears in one step once it is complete, and leaves nothing behind otherwise, also
 * when the process is told to end meanwhile.
 */
final class StagedFolder implements AutoCloseable {
  private static final int SECONDS_TO_STOP = 10;

  private final Path target;
  private final boolean targetExists;
  private final Path staging;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "remove half-written folder");
  private volatile boolean stopping;

  /**
   * @throws BadInputException if the folder is not empty, is a file, or must not be written
   */
  StagedFolder(Path folder) {
    target = folder.toAbsolutePath().normalize();
    String mark = ".partial-" + ProcessHandle.current().pid();
    try {
      targetExists = Files.exists(target);
      if (targetExists) {
        requireEmpty();
        staging = target.resolve(mark);
      } else {
        Files.createDirectories(target.getParent());
        staging = target.resolveSibling("." + target.getFileName() + mark);
      }
      Files.createDirectory(staging);
    } catch (AccessDeniedException e) {
      throw new BadInputException(
          "cannot write to " + folder + ": no permission; name another folder.", e);
    } catch (FileAlreadyExistsException e) {
      throw new BadInputException(
          "cannot write to " + folder + ": " + e.getFile() + " is in the way.", e);
    } catch (IOException e) {
      throw new BadInputException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void requireEmpty() throws IOException {
    try (Stream<Path> content = Files.list(target)) {
      if (content.findAny().isPresent()) {
        throw new BadInputException(
            "the output folder " + target + " is not empty: name a new one or empty it.");
      }
    } catch (NotDirectoryException e) {
      throw new BadInputException(
          "the output " + target + " is a file: name a folder that does not exist.", e);
    }
  }

  /** Where to write. */
  Path path() {
    return staging;
  }

  /**
   * To be called now and then while writing.
   *
   * @throws CancellationException once the process is told to end
   */
  void requireGoingOn() {
    if (stopping) {
      throw new CancellationException("the process is told to end");
    }
  }

  /** Lets the folder appear under its name. */
  void publish() throws IOException {
    requireGoingOn();
    if (targetExists) {
      for (Path child : children(staging)) {
        Files.move(child, target.resolve(child.getFileName()));
      }
    } else {
      Files.move(staging, target);
    }
  }

  /** Removes what was not published. */
  @Override
  public void close() {
    try {
      if (Files.exists(staging)) {
        try (Stream<Path> all = Files.walk(staging)) {
          for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + staging, e);
    } finally {
      closed.countDown();
      if (!stopping) {
        removeHook();
      }
    }
  }

  private void removeHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process began to end in between: the hook finds everything done.
      stopping = true;
    }
  }

  /** Runs while the process ends: has the writer stop, and waits until it has cleaned up. */
  private void stop() {
    stopping = true;
    try {
      closed.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }
}
