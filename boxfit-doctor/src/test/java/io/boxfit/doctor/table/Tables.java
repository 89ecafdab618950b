package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tables for tests: written on the spot, or by NumPy. */
final class Tables {
  /** What the good golden files hold. */
  static final double[][] BOXES = {{1.5, 2, 30.25, 40}, {0, 0, 10, 12.5}, {7, 8, 9.75, 100}};

  private Tables() {}

  static Path write(Path folder, String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BoxTable read(Path folder, String name, String content) {
    return BoxTableReader.read(write(folder, name, content.getBytes(StandardCharsets.UTF_8)));
  }

  /** The message that refuses it. */
  static String refusal(Path folder, String name, String content) {
    Path file = write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    return refusal(file);
  }

  static String refusal(Path file) {
    return assertThrows(BadInputException.class, () -> BoxTableReader.read(file), file.toString())
        .getMessage();
  }

  /** A file that NumPy wrote. */
  static Path goldenFile(String name) {
    try {
      return Path.of(Tables.class.getResource("/tables/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static BoxTable golden(String name) {
    return BoxTableReader.read(goldenFile(name));
  }

  static void requireGolden(BoxTable table) {
    assertEquals(BOXES.length, table.size(), table.source());
    for (int i = 0; i < BOXES.length; i++) {
      assertArrayEquals(BOXES[i], table.rows().get(i), table.source());
    }
  }
}
