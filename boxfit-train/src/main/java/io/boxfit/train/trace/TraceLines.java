package io.boxfit.train.trace;

import io.boxfit.core.BadInputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The lines of a trace one by one, so that a long trace needs no more memory than its events. */
final class TraceLines {
  /** A probe of 256 boxes takes 40 kB, a layer's figures 100 bytes. */
  private static final int LONGEST = 16 << 20;

  /**
   * One line that is not blank.
   *
   * @param text without its end
   * @param where file and number of the line
   */
  record Line(String text, String where) {}

  private TraceLines() {}

  /**
   * Hands over every line; what stands behind the last line end only where it is whole, because a
   * writer that still writes or was killed leaves half a line there.
   *
   * @throws BadInputException if the file cannot be read as lines of text
   */
  static void each(Path file, Consumer<Line> lines) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 1;
      for (int next = in.read(); next != -1; next = in.read()) {
        if (next != '\n') {
          line.write(next);
          requireShort(line, file, number);
          continue;
        }
        hand(lines, text(line, file + ":" + number), file + ":" + number);
        line.reset();
        number++;
      }
      String rest = line.toString(StandardCharsets.UTF_8);
      if (!rest.startsWith("{") || TraceParser.isWhole(rest)) {
        hand(lines, rest, file + ":" + number);
      }
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static void hand(Consumer<Line> lines, String text, String where) {
    if (!text.isBlank()) {
      lines.accept(new Line(text, where));
    }
  }

  private static String text(ByteArrayOutputStream line, String where) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(line.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadInputException(where + ": not UTF-8 text", e);
    }
  }

  private static void requireShort(ByteArrayOutputStream line, Path file, long number) {
    if (line.size() > LONGEST) {
      throw new BadInputException(
          file + ":" + number + ": the line is longer than " + LONGEST + " bytes; not a trace");
    }
  }
}
