package io.boxfit.doctor.fuzz;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Real files, damaged in the ways in which files are damaged: by accident and on purpose. */
public final class Mutations {
  private static final int LARGEST = 4 << 20;
  private static final long[] EXTREMES = {
    -1, 0, 1, 255, 65_535, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, 1L << 32, Long.MAX_VALUE
  };
  private static final List<String> NUMBERS =
      List.of("-1", "0", "2147483648", "9223372036854775807", "1e999", "-0.5", "9".repeat(400));
  private static final List<String> PIECES =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "\"",
          "\\u001b[2J",
          "\\u2028\\u0085",
          "\\ud800",
          "\u001b[2J",
          "\u0000",
          "\n",
          "\r\n\n",
          ",",
          ": ",
          "../../outside",
          "\u2028",
          "1,",
          "-");
  private static final List<String> OPENERS = List.of("[", "{\"a\":", "(", "\"a\":[");

  private final List<byte[]> real;

  /**
   * @param real files of one kind
   */
  public Mutations(List<byte[]> real) {
    this.real = real;
  }

  /** The input of this number: always the same bytes. */
  public byte[] input(Seed seed, String kind, long number) {
    RandomStream random = seed.stream(kind, number);
    byte[] bytes = any(real, random);
    for (int edits = random.nextInt(1, 3); edits > 0; edits--) {
      bytes = mutated(bytes, random);
    }
    return bytes.length <= LARGEST ? bytes : Arrays.copyOf(bytes, LARGEST);
  }

  private byte[] mutated(byte[] bytes, RandomStream random) {
    int at = place(bytes, random);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(1 << random.nextInt(1, 12)));
    byte[] range = Arrays.copyOfRange(bytes, at, Math.max(at, end));
    return switch (random.nextInt(11)) {
      case 0 -> Arrays.copyOf(bytes, at);
      case 1, 2 -> flipped(bytes, random);
      case 3 -> replaced(bytes, at, end, new byte[0]);
      case 4 -> replaced(bytes, at, at, repeated(range, random.nextInt(1, 64)));
      case 5 -> replaced(bytes, at, end, slice(bytes, random, range.length));
      case 6 -> replaced(bytes, at, bytes.length, tail(any(real, random), random));
      case 7 -> overwritten(bytes, at, random);
      case 8 -> otherNumber(bytes, at, random);
      case 9 -> replaced(bytes, at, random.nextBoolean(0.5) ? at : end, piece(PIECES, random));
      default ->
          replaced(
              bytes,
              at,
              at,
              repeated(piece(OPENERS, random), new int[] {10, 900, 30_000}[random.nextInt(3)]));
    };
  }

  /** Half of the places near the beginning, where most formats keep what the rest depends on. */
  private static int place(byte[] bytes, RandomStream random) {
    double share = random.nextDouble();
    return (int) ((random.nextBoolean(0.5) ? share * share * share : share) * bytes.length);
  }

  private static byte[] flipped(byte[] bytes, RandomStream random) {
    byte[] flipped = bytes.clone();
    for (int flips = random.nextInt(1, 8); flips > 0 && bytes.length > 0; flips--) {
      flipped[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** A binary number of 1, 2, 4 or 8 bytes, in either order. */
  private static byte[] overwritten(byte[] bytes, int at, RandomStream random) {
    int size = Math.min(1 << random.nextInt(4), bytes.length - at);
    boolean little = random.nextBoolean(0.5);
    byte[] number =
        ByteBuffer.allocate(8)
            .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
            .putLong(EXTREMES[random.nextInt(EXTREMES.length)])
            .array();
    int from = little ? 0 : 8 - size;
    return replaced(bytes, at, at + size, Arrays.copyOfRange(number, from, from + size));
  }

  /** The next number that is written in digits. */
  private static byte[] otherNumber(byte[] bytes, int at, RandomStream random) {
    int begin = at;
    while (begin < bytes.length && !digit(bytes[begin])) {
      begin++;
    }
    int end = begin;
    while (end < bytes.length && digit(bytes[end])) {
      end++;
    }
    return replaced(bytes, begin, end, piece(NUMBERS, random));
  }

  private static boolean digit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static byte[] slice(byte[] bytes, RandomStream random, int length) {
    int at = place(bytes, random);
    return Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
  }

  private static byte[] tail(byte[] bytes, RandomStream random) {
    return Arrays.copyOfRange(bytes, place(bytes, random), bytes.length);
  }

  private static byte[] repeated(byte[] piece, int times) {
    byte[] all = new byte[piece.length * times];
    for (int i = 0; i < all.length; i++) {
      all[i] = piece[i % piece.length];
    }
    return all;
  }

  private static byte[] replaced(byte[] bytes, int begin, int end, byte[] piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, begin);
    out.writeBytes(piece);
    out.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }

  private static byte[] piece(List<String> pieces, RandomStream random) {
    return pieces.get(random.nextInt(pieces.size())).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] any(List<byte[]> all, RandomStream random) {
    return all.get(random.nextInt(all.size()));
  }
}
