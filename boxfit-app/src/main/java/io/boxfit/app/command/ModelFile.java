package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code --model} names.
 *
 * @param file the ONNX file
 */
record ModelFile(Path file) {

  /**
   * A file, or the model of a run folder.
   *
   * @throws BadInputException if there is none
   */
  static ModelFile of(Path runOrFile) {
    if (!Files.exists(runOrFile)) {
      throw new BadInputException(
          runOrFile + ": does not exist; name a run folder or an ONNX file");
    }
    if (!Files.isDirectory(runOrFile)) {
      return new ModelFile(runOrFile);
    }
    Path model = new RunFolder(runOrFile).model();
    if (!Files.exists(model)) {
      throw new BadInputException(
          runOrFile
              + " holds no model.onnx"
              + (Files.exists(new RunFolder(runOrFile).record())
                  ? ": finish the run with boxfit train --resume --out " + runOrFile
                  : ": name a run folder or an ONNX file"));
    }
    return new ModelFile(model);
  }

  /** The recipe of the run that the model lies in, where it lies in one. */
  Optional<Recipe> recipe() {
    Path folder = file.toAbsolutePath().getParent();
    Path record = new RunFolder(folder).record();
    return Files.exists(record)
        ? Optional.of(RunRecord.read(record).recipe(record))
        : Optional.empty();
  }
}
