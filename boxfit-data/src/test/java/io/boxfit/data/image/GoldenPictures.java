package io.boxfit.data.image;

import io.boxfit.data.Picture;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Small files in every format and what an independent program, Pillow, sees in them. */
final class GoldenPictures {
  private GoldenPictures() {}

  static Path file(String name) {
    URL url = Objects.requireNonNull(GoldenPictures.class.getResource("golden/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files' names, sorted. */
  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(file("make.py").getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".ppm") && !name.endsWith(".py"))
          .sorted()
          .toList();
    }
  }

  /** What is in the file of this name. */
  static Picture pixels(String name) throws IOException {
    byte[] ppm = Files.readAllBytes(file(name + ".ppm"));
    String[] header =
        new String(ppm, 0, Math.min(ppm.length, 40), StandardCharsets.ISO_8859_1).split("\\s", 5);
    int width = Integer.parseInt(header[1]);
    int height = Integer.parseInt(header[2]);
    int size = 3 * width * height;
    return new Picture(width, height, 3, Arrays.copyOfRange(ppm, ppm.length - size, ppm.length));
  }
}
