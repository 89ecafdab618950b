package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.core.digest.Sha256;
import io.boxfit.train.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What {@code --init-from} says of a recipe. */
final class InitialWeights {
  private InitialWeights() {}

  /**
   * Path and digest, {@code key=value}.
   *
   * @param runOrFile a run folder, or a file of weights
   * @throws BadInputException if there are no weights
   */
  static List<String> settings(Path runOrFile) {
    boolean folder = Files.isDirectory(runOrFile);
    Path file = folder ? new RunFolder(runOrFile).weights() : runOrFile;
    if (!Files.isRegularFile(file)) {
      throw new BadInputException(
          runOrFile
              + (folder ? " holds no weights.safetensors" : " does not exist")
              + ": --init-from takes a finished run, a .safetensors or an .onnx file");
    }
    try {
      String digest = new Sha256().add(Files.readAllBytes(file)).hex();
      return List.of(
          "initFrom.path=" + DataSource.quoted(file.toAbsolutePath().normalize().toString()),
          "initFrom.sha256=" + DataSource.quoted(digest));
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
