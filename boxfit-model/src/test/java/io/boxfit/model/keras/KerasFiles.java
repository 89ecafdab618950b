package io.boxfit.model.keras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that Keras wrote, and ones that it did not. */
final class KerasFiles {
  private KerasFiles() {}

  /** A file of the test resources. */
  static Path named(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(KerasFiles.class.getResource("/keras/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JSON file in a folder. */
  static Path json(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("model.json"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archive whose only entry is a {@code config.json} of so many MiB of zeros. */
  static Path bomb(Path folder, int megabytes) throws IOException {
    Path file = folder.resolve("bomb.keras");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("config.json"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < megabytes; i++) {
        zip.write(zeros);
      }
    }
    return file;
  }

  /** A chain of layers as Keras 2 wrote it, on gray pictures of 32 x 24. */
  static String chain(String layers) {
    return """
    {"class_name": "Sequential", "keras_version": "2.4.0", "backend": "tensorflow", "config": {
      "name": "sequential", "layers": [
        {"class_name": "InputLayer", "config": {"batch_input_shape": [null, 24, 32, 1],
          "dtype": "float32", "sparse": false, "ragged": false, "name": "input_1"}},
    """
        + layers
        + "]}}";
  }

  /** The same with a flattening and four numbers at its end. */
  static String toBox(String layers) {
    return chain(
        layers
            + """
            {"class_name": "Flatten", "config": {"name": "flatten"}},
            {"class_name": "Dense", "config": {"name": "four", "units": 4}}
            """);
  }
}
