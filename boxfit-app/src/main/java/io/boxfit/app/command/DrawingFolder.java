package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.image.BoxDrawing;
import io.boxfit.data.image.PictureReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Where pictures with their boxes go: a folder that holds nothing else. */
final class DrawingFolder {
  private final Path folder;
  private final List<Path> made = new ArrayList<>();

  private DrawingFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder to be written.
   *
   * @throws BadInputException if there is something in it already
   */
  static DrawingFolder check(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder + ": is a file; name a new folder with --draw");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new BadInputException(
              folder + ": exists and is not empty; name a new folder with --draw");
        }
      } catch (IOException e) {
        throw new BadInputException(folder + ": cannot be looked into; name another folder", e);
      }
    }
    return new DrawingFolder(folder);
  }

  /**
   * Writes a PNG for each picture; whole or, where one fails, nothing.
   *
   * @throws BadInputException if a picture cannot be read or the folder not be written
   */
  void write(List<Path> images, List<Box> boxes, Console console) {
    boolean complete = false;
    try {
      makeFolder();
      Set<String> taken = new HashSet<>();
      for (int i = 0; i < images.size(); i++) {
        console.requireGoingOn();
        Path file = folder.resolve(name(images.get(i), taken));
        made.add(file);
        Files.write(file, BoxDrawing.png(PictureReader.read(images.get(i)), boxes.get(i)));
      }
      complete = true;
    } catch (AccessDeniedException e) {
      throw new BadInputException(folder + ": no permission to write there", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    } finally {
      if (!complete) {
        remove();
      }
    }
  }

  private void makeFolder() throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path p = folder.toAbsolutePath(); p != null && !Files.exists(p); p = p.getParent()) {
      missing.add(0, p);
    }
    for (Path path : missing) {
      Files.createDirectory(path);
      made.add(path);
    }
  }

  /** The picture's own name, with a number where two pictures of different folders share it. */
  private static String name(Path image, Set<String> taken) {
    String own = String.valueOf(image.getFileName());
    String stem = own.replaceFirst("\\.[^.]*$", "");
    String name = stem;
    for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
      name = stem + "-" + i;
    }
    return name + ".png";
  }

  private void remove() {
    for (int i = made.size() - 1; i >= 0; i--) {
      // Where this fails too, what failed before says more.
      made.get(i).toFile().delete();
    }
  }
}
