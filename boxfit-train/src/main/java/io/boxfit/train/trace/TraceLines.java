package io.boxfit.train.trace;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.GivenFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** The lines of a trace one by one, so that a long trace needs no more memory than its events. */
final class TraceLines {
  /** A probe of 256 boxes takes 40 kB, a layer's figures 100 bytes. */
  private static final int LONGEST = 16 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

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
    GivenFile.require(file);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      skipMark(in);
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
      throw GivenFile.unreadable(file, e);
    }
  }

  /** Windows begins UTF-8 with a byte order mark. */
  private static void skipMark(InputStream in) throws IOException {
    in.mark(BYTE_ORDER_MARK.length);
    if (!Arrays.equals(in.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
      in.reset();
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
      throw new BadInputException(where + ": not UTF-8 text; save the trace as UTF-8", e);
    }
  }

  private static void requireShort(ByteArrayOutputStream line, Path file, long number) {
    if (line.size() > LONGEST) {
      throw new BadInputException(
          file + ":" + number + ": the line is longer than " + LONGEST + " bytes; not a trace");
    }
  }
}
