package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.data.Picture;
import io.boxfit.data.check.CheckPictures;
import io.boxfit.data.check.CheckResult;
import io.boxfit.data.image.PictureWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the pictures of a check go. */
final class CheckFolder {
  private final Path folder;

  private CheckFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder to be written, looked at before the work begins.
   *
   * @throws BadInputException if there is something in it already
   */
  static CheckFolder check(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new BadInputException(folder + ": is a file; name a new folder with --out");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw new BadInputException(
              folder + ": exists and is not empty; name a new folder with --out");
        }
      } catch (IOException e) {
        throw new BadInputException(folder + ": cannot be looked into; name another folder", e);
      }
    }
    return new CheckFolder(folder);
  }

  void write(CheckResult result) {
    try {
      Files.createDirectories(folder);
      write("heat-map.png", Optional.of(CheckPictures.heatMap(result)));
      write("contact-sheet.png", CheckPictures.contactSheet(result));
      write("faulty.png", CheckPictures.faultySheet(result));
    } catch (AccessDeniedException e) {
      throw new BadInputException(folder + ": no permission to write there", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private void write(String name, Optional<Picture> picture) throws IOException {
    if (picture.isPresent()) {
      AtomicFile.write(folder.resolve(name), PictureWriter.png(picture.get()));
    }
  }
}
