package io.boxfit.bench.suite;

import io.boxfit.data.font.Face;
import io.boxfit.data.font.Faces;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The font files of Boxfit's faces, out of its jars, for a peer that needs files. */
final class FontFiles {
  private static final Pattern FONT = Pattern.compile("(?:.*/)?([^/]+)\\.[ot]tf");

  private FontFiles() {}

  /**
   * Writes all of them.
   *
   * @return their paths
   */
  static List<String> write(Path folder) {
    Set<String> wanted = Faces.ALL.stream().map(Face::name).collect(Collectors.toSet());
    List<String> written = new ArrayList<>();
    try {
      Files.createDirectories(folder);
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (entry.endsWith(".jar")) {
          unpack(Path.of(entry), wanted, folder, written);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the fonts", e);
    }
    return written;
  }

  private static void unpack(Path jar, Set<String> wanted, Path folder, List<String> written)
      throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : file.stream().toList()) {
        var font = FONT.matcher(entry.getName());
        if (font.matches() && wanted.contains(font.group(1))) {
          Path target = folder.resolve(entry.getName().replaceAll(".*/", ""));
          try (InputStream in = file.getInputStream(entry)) {
            Files.copy(in, target);
          }
          written.add(target.toString());
        }
      }
    }
  }
}
