package io.boxfit.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The bytes of a file by their place, read in windows: headers lie scattered over large files.
 *
 * <p>Reading beyond the end throws {@link EOFException}.
 */
final class HeaderBytes implements AutoCloseable {
  private static final int WINDOW = 1 << 13;

  private final FileChannel channel;
  private final long length;
  private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
  private long windowStart;

  HeaderBytes(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    length = channel.size();
    window.limit(0);
  }

  long length() {
    return length;
  }

  HeaderBytes order(ByteOrder order) {
    window.order(order);
    return this;
  }

  int uint8(long at) throws IOException {
    return window.get(place(at, 1)) & 0xFF;
  }

  int uint16(long at) throws IOException {
    return window.getShort(place(at, 2)) & 0xFFFF;
  }

  int int32(long at) throws IOException {
    return window.getInt(place(at, 4));
  }

  long uint32(long at) throws IOException {
    return int32(at) & 0xFFFF_FFFFL;
  }

  /** Four characters. */
  String fourCharacters(long at) throws IOException {
    byte[] four = new byte[4];
    window.get(place(at, 4), four);
    return new String(four, StandardCharsets.ISO_8859_1);
  }

  /** Whether these characters stand there; false where the file is shorter. */
  boolean startsWith(String characters, long at) throws IOException {
    if (at + characters.length() > length) {
      return false;
    }
    for (int i = 0; i < characters.length(); i++) {
      if (uint8(at + i) != characters.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int place(long at, int count) throws IOException {
    if (at < 0 || at + count > length) {
      throw new EOFException();
    }
    if (at < windowStart || at + count > windowStart + window.limit()) {
      window.clear();
      windowStart = at;
      int read = 0;
      while (window.hasRemaining() && read >= 0) {
        read = channel.read(window, at + window.position());
      }
      window.flip();
      if (window.limit() < count) {
        throw new EOFException();
      }
    }
    return Math.toIntExact(at - windowStart);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
