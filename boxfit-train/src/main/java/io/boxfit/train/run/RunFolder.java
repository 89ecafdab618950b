package io.boxfit.train.run;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of one run: the contract between training, report, diagnosis and command line.
 *
 * @param path of the folder
 */
public record RunFolder(Path path) {

  /**
   * A folder for a new run. What a run leaves that was killed before it wrote its record does not
   * count: there is nothing to go on with, so the same command must work again.
   *
   * @throws BadInputException if there is something in it already, or it cannot be made
   */
  public static RunFolder create(Path path) {
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw new BadInputException(path + ": is a file; name a new folder with --out");
      }
      Files.createDirectories(path);
      RunFolder folder = new RunFolder(path);
      if (folder.holdsSomething()) {
        throw new BadInputException(
            path
                + ": exists and is not empty; name a new folder with --out"
                + (Files.exists(folder.record())
                    ? ", or go on with boxfit train --resume --out " + path
                    : ""));
      }
      if (!Files.isWritable(path)) {
        throw new BadInputException(path + ": no permission to write into this folder");
      }
      return folder;
    } catch (IOException e) {
      throw new BadInputException(path + ": cannot be made: " + reason(e), e);
    }
  }

  /**
   * The folder of a run that exists.
   *
   * @throws BadInputException if it is none
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isRegularFile(folder.record())) {
      throw new BadInputException(
          path
              + ": is not a run folder: it has no run.json"
              + (Files.exists(folder.lock())
                  ? "; the run was cut off before it began: begin it again"
                  : ""));
    }
    return folder;
  }

  private boolean holdsSomething() throws IOException {
    Set<Path> unbegun = Set.of(lock(), path.resolve("run.json.part"));
    try (Stream<Path> inside = Files.list(path)) {
      return inside.anyMatch(file -> !unbegun.contains(file));
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "no permission"
        : String.valueOf(e.getMessage());
  }

  /** run.json. */
  public Path record() {
    return path.resolve("run.json");
  }

  /** run.lock, there while a process works in the folder. */
  public Path lock() {
    return path.resolve("run.lock");
  }

  /** trace.jsonl. */
  public Path trace() {
    return path.resolve("trace.jsonl");
  }

  /** The folder of the checkpoints. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /** The checkpoint that scored best on the probe. */
  public Path best() {
    return checkpoints().resolve("best.safetensors");
  }

  /** weights.safetensors. */
  public Path weights() {
    return path.resolve("weights.safetensors");
  }

  /** model.onnx. */
  public Path model() {
    return path.resolve("model.onnx");
  }

  /** metrics.json. */
  public Path metrics() {
    return path.resolve("metrics.json");
  }

  /** inputs.png. */
  public Path inputs() {
    return path.resolve("inputs.png");
  }

  /** report.html. */
  public Path report() {
    return path.resolve("report.html");
  }
}
