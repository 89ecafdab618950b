package io.boxfit.doctor.table;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The header of NumPy's format ({@code numpy.lib.format}, versions 1 to 3), a Python dictionary.
 *
 * @param number how each number is stored
 * @param fortran whether the first index runs fastest
 * @param shape as many numbers as dimensions
 */
record NpyHeader(NpyNumber number, boolean fortran, List<Long> shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 65_536;
  private static final Pattern DESCRIPTION =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*(?:['\"]([^'\"]*)['\"]|(\\[))");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9L,\\s]*)\\)");
  private static final Pattern INDEX = Pattern.compile("[0-9]{1,18}L?");

  /** Whether a file that begins like this is one of NumPy's. */
  static boolean begins(byte[] head) {
    return head.length >= MAGIC.length && Arrays.equals(MAGIC, Arrays.copyOf(head, MAGIC.length));
  }

  /** Reads it, up to the first byte of the data. */
  static NpyHeader read(InputStream in, Place place) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (start.length < MAGIC.length + 2) {
      throw cutOff(place);
    }
    if (!begins(start)) {
      throw place.error("is not an array of NumPy; write it with numpy.save");
    }
    int version = start[MAGIC.length];
    if (version < 1 || version > 3) {
      throw place.error(
          "NumPy's format of version " + version + " is unknown here; write it with numpy.save");
    }
    byte[] size = in.readNBytes(version == 1 ? 2 : 4);
    if (size.length != (version == 1 ? 2 : 4)) {
      throw cutOff(place);
    }
    long length =
        Integer.toUnsignedLong(
            ByteBuffer.wrap(Arrays.copyOf(size, 4)).order(ByteOrder.LITTLE_ENDIAN).getInt());
    if (length > LONGEST) {
      throw place.error("its header claims " + length + " bytes; it is damaged, write it again");
    }
    byte[] text = in.readNBytes((int) length);
    if (text.length < length) {
      throw cutOff(place);
    }
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return parse(new String(text, charset), place);
  }

  private static NpyHeader parse(String text, Place place) {
    Matcher description = DESCRIPTION.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!description.find() || !order.find() || !shape.find()) {
      throw place.error("its header " + Place.quoted(text.strip()) + " cannot be read");
    }
    if (description.group(2) != null) {
      throw place.error("is a structured array; write its four columns as one array of floats");
    }
    List<String> sizes =
        Stream.of(shape.group(1).split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    if (!sizes.stream().allMatch(size -> INDEX.matcher(size).matches())) {
      throw place.error("its shape " + Place.quoted(shape.group(1)) + " cannot be read");
    }
    return new NpyHeader(
        NpyNumber.of(description.group(1), place),
        order.group(1).equals("True"),
        sizes.stream().map(size -> Long.valueOf(size.replace("L", ""))).toList());
  }

  /**
   * The number of boxes.
   *
   * @throws BadInputException if the shape is not (N, 4), (N, 1, 4) or (4)
   */
  int rows(Place place) {
    int last = shape.size() - 1;
    boolean fits =
        last >= 0
            && last <= 2
            && shape.get(last) == BoxTable.WIDTH
            && (last < 2 || shape.get(1) == 1);
    if (!fits) {
      String text = shape.toString().replace('[', '(').replace(']', ')');
      boolean turned = shape.size() == 2 && shape.get(0) == BoxTable.WIDTH;
      throw place.error(
          "its shape is "
              + text
              + ", (N, 4) is needed: four numbers for each image; "
              + (turned ? "save array.T" : "save array.reshape(-1, 4) if that is what it holds"));
    }
    long rows = last == 0 ? 1 : shape.get(0);
    if (rows > RowCollector.MOST) {
      throw place.error(rows + " rows, at most " + RowCollector.MOST + "; give a part of them");
    }
    return (int) rows;
  }

  static BadInputException cutOff(Place place) {
    return place.error("is cut off: it ends before its array does; write it again");
  }
}
