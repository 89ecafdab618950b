package io.boxfit.app.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.RecipeData;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run that is trained once more, in a folder that is kept or removed in the end. */
final class Repetition implements AutoCloseable {
  private final RunFolder folder;
  private final boolean kept;
  private final Console console;

  private Repetition(RunFolder folder, boolean kept, Console console) {
    this.folder = folder;
    this.kept = kept;
    this.console = console;
  }

  /** In a folder that {@link #close} removes. */
  static Repetition temporary(Console console) {
    try {
      Path path = Files.createTempDirectory("boxfit-reproduce-");
      return new Repetition(new RunFolder(path), false, console);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder; name one with --out", e);
    }
  }

  /** In a new folder that stays. */
  static Repetition kept(Path path, Console console) {
    return new Repetition(RunFolder.create(path), true, console);
  }

  /**
   * Trains to the end.
   *
   * @return SHA-256 of the weights
   */
  String train(Recipe recipe, RecipeData data) {
    try {
      new TrainingSession(console, false).repeat(recipe, data.training(), folder);
    } catch (StoppedException e) {
      throw kept ? e : new StoppedException("stopped; nothing is kept, run it again");
    } catch (UncheckedIOException e) {
      throw kept ? e : noRoom(e);
    }
    return RunRecord.read(folder.record()).weightsSha256();
  }

  /** Makes what belongs to a run folder, and gives its metrics. */
  JsonNode judge(RecipeData data) {
    try {
      return new RunProducts(folder, data, console).complete();
    } catch (UncheckedIOException e) {
      throw kept ? e : noRoom(e);
    }
  }

  /** The user has not chosen the temporary folder, and may not know that there is another way. */
  private static UncheckedIOException noRoom(UncheckedIOException failure) {
    return new UncheckedIOException(
        failure.getMessage() + "; name a folder with room for the repeated run with --out",
        failure.getCause());
  }

  @Override
  public void close() {
    if (kept) {
      return;
    }
    try {
      remove(folder.path());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + folder.path(), e);
    }
  }

  private static void remove(Path path) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(path)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
