package io.boxfit.train.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named float arrays in the open safetensors format: eight bytes of header length, a JSON header,
 * the numbers, little-endian. Readable by anybody.
 *
 * @param metadata words about the file
 * @param tensors by name, in order
 */
public record Safetensors(Map<String, String> metadata, Map<String, Entry> tensors) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();
  private static final String METADATA = "__metadata__";
  private static final long LARGEST_FILE = 1L << 30;

  /**
   * One array.
   *
   * @param sizes of its axes
   * @param values as many as the sizes' product
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Entry(List<Integer> sizes, float[] values) {

    /** A row of numbers. */
    public static Entry row(float[] values) {
      return new Entry(List.of(values.length), values);
    }
  }

  /** The file's bytes; equal contents give equal bytes. */
  public byte[] bytes() {
    ObjectNode header = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode words = header.putObject(METADATA);
      metadata.forEach(words::put);
    }
    long offset = 0;
    for (Map.Entry<String, Entry> tensor : tensors.entrySet()) {
      ObjectNode node = header.putObject(tensor.getKey());
      node.put("dtype", "F32");
      ArrayNode shape = node.putArray("shape");
      tensor.getValue().sizes().forEach(shape::add);
      long end = offset + 4L * tensor.getValue().values().length;
      node.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] head = padded(header.toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer out =
        ByteBuffer.allocate(Math.toIntExact(8 + head.length + offset))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(head.length).put(head);
    for (Entry entry : tensors.values()) {
      out.asFloatBuffer().put(entry.values());
      out.position(out.position() + 4 * entry.values().length);
    }
    return out.array();
  }

  /** Spaces behind the header, so that the numbers lie at a multiple of eight. */
  private static byte[] padded(byte[] header) {
    byte[] padded = Arrays.copyOf(header, (header.length + 7) / 8 * 8);
    Arrays.fill(padded, header.length, padded.length, (byte) ' ');
    return padded;
  }

  /**
   * Reads a file.
   *
   * @throws BadInputException if it is not such a file, or cut off
   * @throws IOException if it cannot be read
   */
  public static Safetensors read(Path file) throws IOException {
    return read(file, false);
  }

  /**
   * Reads a file that others wrote: F16 and BF16 become floats, tensors of other types than these
   * and F32 are left out.
   *
   * @throws BadInputException if it is not such a file, or cut off
   * @throws IOException if it cannot be read
   */
  public static Safetensors readForeign(Path file) throws IOException {
    return read(file, true);
  }

  private static Safetensors read(Path file, boolean foreign) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new BadInputException(file + ": too large for a file of weights");
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    if (in.remaining() < 8) {
      throw broken(file, "cut off in its header");
    }
    long length = in.getLong();
    if (length < 2 || length > in.remaining()) {
      throw broken(file, "cut off in its header");
    }
    byte[] head = new byte[(int) length];
    in.get(head);
    ByteBuffer data = in.slice().order(ByteOrder.LITTLE_ENDIAN);
    try {
      return parse(JSON.readTree(head), data, file, foreign);
    } catch (JsonProcessingException e) {
      throw broken(file, "its header is not JSON");
    } catch (IOException e) {
      throw broken(file, "its header is not UTF-8");
    }
  }

  private static Safetensors parse(JsonNode header, ByteBuffer data, Path file, boolean foreign) {
    if (!header.isObject()) {
      throw broken(file, "its header is not a JSON object");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, Entry> tensors = new LinkedHashMap<>();
    long unclaimed = data.capacity();
    for (Map.Entry<String, JsonNode> field : header.properties()) {
      String name = field.getKey();
      JsonNode node = field.getValue();
      if (name.equals(METADATA)) {
        node.properties().forEach(w -> metadata.put(w.getKey(), w.getValue().asText()));
      } else {
        unclaimed -= offset(node, 1) - offset(node, 0);
        if (unclaimed < 0) {
          // Before memory is taken: many tensors could claim the same bytes.
          throw broken(file, "its tensors overlap or are cut off");
        }
        Optional<TensorType> type = TensorType.of(node.path("dtype").asText());
        if (type.isPresent() && (foreign || type.get() == TensorType.F32)) {
          tensors.put(name, entry(name, node, type.get(), data, file));
        } else if (!foreign) {
          throw broken(file, "the place of " + Quoted.of(name) + " is impossible or cut off");
        }
      }
    }
    return new Safetensors(metadata, tensors);
  }

  private static Entry entry(
      String name, JsonNode node, TensorType type, ByteBuffer data, Path file) {
    long begin = offset(node, 0);
    long end = offset(node, 1);
    if (begin < 0 || end < begin || end > data.capacity() || (end - begin) % type.bytes() != 0) {
      throw broken(file, "the place of " + Quoted.of(name) + " is impossible or cut off");
    }
    List<Integer> sizes = new ArrayList<>();
    long count = 1;
    for (JsonNode size : node.path("shape")) {
      boolean possible = size.isInt() && size.intValue() >= 0 && count <= data.capacity();
      sizes.add(size.intValue());
      count = possible ? count * size.intValue() : Long.MAX_VALUE;
    }
    if (!node.path("shape").isArray() || count != (end - begin) / type.bytes()) {
      throw broken(file, "the shape of " + Quoted.of(name) + " does not fit its length");
    }
    ByteBuffer numbers = data.duplicate().order(ByteOrder.LITTLE_ENDIAN).position((int) begin);
    float[] values = type.floats(numbers.slice().order(ByteOrder.LITTLE_ENDIAN), (int) count);
    return new Entry(List.copyOf(sizes), values);
  }

  /** Of the first byte or behind the last; -1 if it is not a whole number. */
  private static long offset(JsonNode node, int which) {
    JsonNode offset = node.path("data_offsets").path(which);
    return offset.isInt() ? offset.intValue() : -1;
  }

  private static BadInputException broken(Path file, String why) {
    return new BadInputException(file + ": not a usable safetensors file: " + why);
  }
}
