package io.boxfit.train.checkpoint;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: one file for each saved step, written beside and renamed. The newest
 * two and the best are kept.
 */
public final class CheckpointStore implements Checkpoints {
  private static final String PREFIX = "step-";
  private static final String SUFFIX = ".safetensors";
  private static final int KEPT = 2;

  private final Path folder;
  private final String runDigest;

  /**
   * @param folder of the checkpoints, made if missing
   * @param runDigest of recipe and data: a checkpoint of another run is refused
   */
  public CheckpointStore(Path folder, String runDigest) {
    this.folder = folder;
    this.runDigest = runDigest;
  }

  @Override
  public void save(TrainingState state, boolean best) {
    byte[] bytes = Checkpoint.write(state, runDigest);
    try {
      Files.createDirectories(folder);
      // Before as well as after: a disk may be full of what a failed attempt could not clear away.
      removeOld();
      // The best first: a run killed between the two comes by here again. The other way round it
      // would go on after this step, and the best stay behind.
      if (best) {
        AtomicFile.write(folder.resolve("best" + SUFFIX), bytes);
      }
      AtomicFile.write(file(state.step()), bytes);
      removeOld();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the checkpoint of step " + state.step() + ": " + e.getMessage(), e);
    }
  }

  private void removeOld() throws IOException {
    List<Path> all = newestFirst();
    for (Path old : all.subList(Math.min(KEPT, all.size()), all.size())) {
      Files.deleteIfExists(old);
    }
  }

  @Override
  public Optional<Long> newestStep() {
    return newestFirst().stream().findFirst().map(CheckpointStore::step);
  }

  /**
   * Puts a training where the newest usable checkpoint says.
   *
   * @param state is changed
   * @param warn told about every checkpoint that cannot be used, and why
   * @return whether there was one
   */
  public boolean restore(TrainingState state, Consumer<String> warn) {
    for (Path file : newestFirst()) {
      try {
        Checkpoint.read(file, runDigest, state);
        return true;
      } catch (BadInputException e) {
        warn.accept(e.getMessage() + "; using the one before it");
      } catch (IOException e) {
        warn.accept(file + ": cannot be read; using the one before it");
      }
    }
    return false;
  }

  /** Removes what a killed process left half written. */
  public void clearTorn() throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> torn = Files.newDirectoryStream(folder, "*" + SUFFIX + ".part")) {
      for (Path file : torn) {
        Files.delete(file);
      }
    }
  }

  /** Removes every checkpoint, for a run that begins anew. */
  public void clear() throws IOException {
    for (Path file : newestFirst()) {
      Files.delete(file);
    }
  }

  private List<Path> newestFirst() {
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> list = Files.list(folder)) {
      list.filter(f -> f.getFileName().toString().matches(PREFIX + "\\d{1,18}\\" + SUFFIX))
          .sorted(Comparator.comparingLong(CheckpointStore::step).reversed())
          .forEach(files::add);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder + ": " + e.getMessage(), e);
    }
    return files;
  }

  private Path file(long step) {
    return folder.resolve(PREFIX + String.format(Locale.ROOT, "%09d", step) + SUFFIX);
  }

  private static long step(Path file) {
    String name = file.getFileName().toString();
    return Long.parseLong(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
  }
}
