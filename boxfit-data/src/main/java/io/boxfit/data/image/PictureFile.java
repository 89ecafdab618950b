package io.boxfit.data.image;

import io.boxfit.core.BadInputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A picture's file, opened, or refused with one line that names it. */
final class PictureFile {
  private PictureFile() {}

  /** What is read from a file. */
  interface Content<T> {

    /**
     * Reads it.
     *
     * @throws EOFException if the file ends too early
     * @throws IOException if the file is damaged or of a rare kind; the message says how
     */
    T read() throws IOException;
  }

  /**
   * What a file holds.
   *
   * @throws BadInputException if it cannot be had
   */
  static <T> T read(Path file, Content<T> content) {
    requireReadable(file);
    try {
      return content.read();
    } catch (BadInputException e) {
      throw e;
    } catch (EOFException e) {
      throw cutOff(file);
    } catch (OutOfMemoryError e) {
      throw new BadInputException(
          file + " needs more memory than Java may take: resize it, or raise -Xmx.", e);
    } catch (IOException | RuntimeException e) {
      // Decoders meet damage with exceptions of every kind.
      if (innermost(e) instanceof EOFException) {
        throw cutOff(file);
      }
      throw new BadInputException(
          file + " cannot be decoded, it is damaged, cut off or of a rare kind: " + reason(e), e);
    }
  }

  /** Its cause is an {@link EOFException}, by which those who care know it. */
  static BadInputException cutOff(Path file) {
    return new BadInputException(
        file + " is cut off: the file ends before the picture does.", new EOFException());
  }

  /** Opened once for the reason of a refusal alone, which later failures would not tell. */
  private static void requireReadable(Path file) {
    if (Files.isDirectory(file)) {
      throw new BadInputException(file + " is a folder: name a picture in it.");
    }
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        // Not opened: a pipe that nobody writes to would never answer.
        throw new BadInputException(file + " is not a regular file.");
      }
      Files.newInputStream(file).close();
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + " does not exist.", e);
    } catch (AccessDeniedException e) {
      throw new BadInputException(file + " cannot be read: no permission.", e);
    } catch (IOException e) {
      throw new BadInputException(file + " cannot be read: " + reason(e), e);
    }
  }

  private static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }

  /** One line: the innermost exception says most. */
  private static String reason(Throwable failure) {
    Throwable innermost = innermost(failure);
    String message = innermost.getMessage();
    return message == null || message.isBlank()
        ? innermost.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
