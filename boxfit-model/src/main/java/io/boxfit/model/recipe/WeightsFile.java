package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import java.util.Optional;

/**
 * A file of weights that a training begins with.
 *
 * @param path of a safetensors or ONNX file
 * @param sha256 of its content, hexadecimal; empty: not checked
 */
public record WeightsFile(String path, @Default("") Optional<String> sha256) {

  /**
   * @throws BadInputException if there is no path
   */
  public WeightsFile {
    if (path.isBlank()) {
      throw new BadInputException("path must name a file of weights");
    }
  }
}
