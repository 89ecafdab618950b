package io.boxfit.train.objective;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The golden file of the reference network: a safetensors file with bytes and floats. */
record Golden(JsonNode header, ByteBuffer data) {

  static Golden load() {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/coarse-to-fine.safetensors")) {
      ByteBuffer all = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] head = new byte[(int) all.getLong()];
      all.get(head);
      return new Golden(new ObjectMapper().readTree(head), all.slice());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] bytes(String name) {
    JsonNode offsets = header.required(name).required("data_offsets");
    byte[] bytes = new byte[offsets.get(1).asInt() - offsets.get(0).asInt()];
    data.duplicate().position(offsets.get(0).asInt()).get(bytes);
    return bytes;
  }

  float[] values(String name) {
    byte[] bytes = bytes(name);
    float[] values = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
    return values;
  }

  /** All parameters, flat, in the network's order. */
  float[] weights() {
    List<String> names = new ArrayList<>();
    header.fieldNames().forEachRemaining(names::add);
    float[] all = new float[0];
    for (String name : names.stream().filter(n -> n.startsWith("weight.")).sorted().toList()) {
      float[] part = values(name);
      all = Arrays.copyOf(all, all.length + part.length);
      System.arraycopy(part, 0, all, all.length - part.length, part.length);
    }
    return all;
  }
}
