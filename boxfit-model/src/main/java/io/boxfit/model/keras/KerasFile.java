package io.boxfit.model.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.GivenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Models that Keras 2 or 3 saved: {@code .keras} archives, HDF5 files ({@code .h5}) and the text of
 * {@code model.to_json()}, also the {@code model.json} of TensorFlow.js. Which of them a file is,
 * its first bytes say. Weights are not read, and nothing in a file is executed.
 */
public final class KerasFile {
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  private static final String TFJS = "modelTopology";

  private KerasFile() {}

  /**
   * Whether a file is meant to be a Keras model: by its ending, of {@code .json} by what it holds.
   */
  public static boolean isMeant(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (Stream.of(".keras", ".h5", ".hdf5").anyMatch(name::endsWith)) {
      return true;
    }
    try {
      return name.endsWith(".json")
          && Files.isRegularFile(file)
          && ConfigText.of(file).contains("\"class_name\"");
    } catch (IOException e) {
      return false;
    } catch (BadInputException e) {
      // Too large for a recipe, too: reading it says so.
      return true;
    }
  }

  /**
   * The model in a file.
   *
   * @throws BadInputException if there is no such file, it is none of the three, damaged, too
   *     large, or holds what has no counterpart here; the message names file and layer
   */
  public static KerasModel read(Path file) {
    GivenFile.require(file);
    try {
      return model(file, first(file));
    } catch (IOException e) {
      throw GivenFile.unreadable(file, e);
    } catch (BadInputException e) {
      throw new BadInputException(file + ": " + e.getMessage(), e);
    }
  }

  private static KerasModel model(Path file, byte[] first) throws IOException {
    if (Arrays.equals(first, 0, Math.min(4, first.length), ZIP, 0, 4)) {
      JsonNode model = ConfigText.json("config.json", ConfigText.ofArchive(file));
      return ModelReader.read(model, compiled(model));
    }
    if (Arrays.equals(first, HDF5)) {
      Hdf5Attributes attributes = Hdf5Attributes.of(file);
      return ModelReader.read(
          ConfigText.json("model_config", attributes.model()),
          ConfigText.json("training_config", attributes.training()));
    }
    if (first.length == 0) {
      throw new BadInputException("is empty; save the model again");
    }
    String text = ConfigText.of(file);
    if (text.startsWith("version https://git-lfs")) {
      throw new BadInputException(
          "is the pointer that Git keeps of a large file; fetch the file by git lfs pull");
    }
    if (!text.stripLeading().startsWith("{") && !text.stripLeading().startsWith("\"{")) {
      throw new BadInputException(
          "is neither a .keras archive nor an HDF5 file nor the JSON of model.to_json()");
    }
    JsonNode model = ConfigText.json("its text", text);
    return model.has(TFJS) ? converted(model) : ModelReader.read(model, compiled(model));
  }

  /** TensorFlow.js keeps the same description one level deeper. */
  private static KerasModel converted(JsonNode file) {
    JsonNode topology = file.path(TFJS);
    JsonNode model = topology.has("model_config") ? topology.path("model_config") : topology;
    return ModelReader.read(
        model.isTextual() ? ConfigText.json("model_config", model.textValue()) : model,
        file.has("trainingConfig")
            ? file.path("trainingConfig")
            : topology.path("training_config"));
  }

  private static JsonNode compiled(JsonNode model) {
    return model.path("compile_config");
  }

  private static byte[] first(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(HDF5.length);
    }
  }
}
