package io.boxfit.app.command;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where results go, as UTF-8. A stream that prints swallows failures; this one remembers why, so
 * that lost results do not count as success. At the other end of a pipe, though, whoever read may
 * have had enough, as {@code head} has: the rest is dropped then, and nothing failed.
 */
public final class StandardOutput extends PrintStream {
  private static final int KIND = 0170000;
  private static final int FIFO = 0010000;
  private static final int SOCKET = 0140000;

  private final Sink sink;

  /**
   * @param to where bytes go
   * @param pipe whether a failure means that nobody reads any more
   */
  StandardOutput(OutputStream to, boolean pipe) {
    this(new Sink(to, pipe));
  }

  private StandardOutput(Sink sink) {
    super(new BufferedOutputStream(sink), false, StandardCharsets.UTF_8);
    this.sink = sink;
  }

  /** That of this process. */
  public static StandardOutput ofProcess() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out), isPipe());
  }

  /** By the kind of file, because the system words "broken pipe" in the user's language. */
  private static boolean isPipe() {
    try {
      int kind = (Integer) Files.getAttribute(Path.of("/dev/fd/1"), "unix:mode") & KIND;
      return kind == FIFO || kind == SOCKET;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Writes out what is buffered; says why something was lost until now. */
  Optional<IOException> failure() {
    flush();
    return Optional.ofNullable(sink.failure);
  }

  private static final class Sink extends FilterOutputStream {
    private final boolean pipe;
    private IOException failure;
    private boolean deserted;

    Sink(OutputStream to, boolean pipe) {
      super(to);
      this.pipe = pipe;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (deserted) {
        return;
      }
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        if (pipe) {
          deserted = true;
        } else {
          failure = e;
          throw e;
        }
      }
    }
  }
}
