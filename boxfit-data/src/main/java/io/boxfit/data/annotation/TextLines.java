package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lines of a UTF-8 file, one at a time; a line that is not text is a fault and left out. */
final class TextLines {
  private static final int LONGEST = 1 << 16;

  private TextLines() {}

  /** Receives a line. */
  interface Receiver {

    /**
     * One line without its end.
     *
     * @param line its number, from 1
     */
    void line(String text, int line);
  }

  /** Reads a file; if it cannot be read that is a fault. */
  static void read(Path file, FaultLog faults, Receiver receiver) {
    try (InputStream input = new BufferedInputStream(Files.newInputStream(file))) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int number = 1;
      for (int b = input.read(); b >= 0; b = input.read()) {
        if (b == '\n') {
          line(bytes, file, number++, faults, receiver);
          bytes.reset();
        } else if (bytes.size() <= LONGEST) {
          bytes.write(b);
        }
      }
      if (bytes.size() > 0) {
        line(bytes, file, number, faults, receiver);
      }
    } catch (IOException e) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, file, "cannot be read: " + e.getMessage());
    }
  }

  private static void line(
      ByteArrayOutputStream bytes, Path file, int number, FaultLog faults, Receiver receiver) {
    Fault.Place place = new Fault.Place(file, number);
    if (bytes.size() > LONGEST) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, place, "is longer than 65,536 bytes");
      return;
    }
    String text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
    } catch (CharacterCodingException e) {
      faults.add(FaultCode.UNREADABLE_ANNOTATION, place, "is not UTF-8 text");
      return;
    }
    if (text.endsWith("\r")) {
      text = text.substring(0, text.length() - 1);
    }
    receiver.line(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text, number);
  }
}
