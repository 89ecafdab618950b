package io.boxfit.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Tensors that reference_golden.py wrote: a safetensors file, whose JSON header is YAML as well.
 */
final class GoldenFile {
  private final Map<?, ?> header;
  private final ByteBuffer data;

  private GoldenFile(Map<?, ?> header, ByteBuffer data) {
    this.header = header;
    this.data = data;
  }

  static GoldenFile coarseToFine() throws IOException {
    try (InputStream in =
        GoldenFile.class.getResourceAsStream("/golden/coarse-to-fine.safetensors")) {
      ByteBuffer file = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[(int) file.getLong()];
      file.get(header);
      LoadSettings settings = LoadSettings.builder().setCodePointLimit(header.length).build();
      String json = new String(header, StandardCharsets.UTF_8);
      return new GoldenFile(
          (Map<?, ?>) new Load(settings).loadFromString(json),
          file.slice().order(ByteOrder.LITTLE_ENDIAN));
    }
  }

  float[] floats(String name) {
    ByteBuffer raw = raw(name);
    float[] values = new float[raw.remaining() / 4];
    raw.asFloatBuffer().get(values);
    return values;
  }

  byte[] bytes(String name) {
    ByteBuffer raw = raw(name);
    byte[] values = new byte[raw.remaining()];
    raw.get(values);
    return values;
  }

  /** The weights, in the order of the network's parameters. */
  List<float[]> weights() {
    List<float[]> weights = new ArrayList<>();
    for (Object name : header.keySet()) {
      if (name.toString().startsWith("weight.")) {
        weights.add(floats(name.toString()));
      }
    }
    return weights;
  }

  private ByteBuffer raw(String name) {
    List<?> offsets = (List<?>) ((Map<?, ?>) header.get(name)).get("data_offsets");
    int start = (Integer) offsets.get(0);
    int end = (Integer) offsets.get(1);
    return data.slice(start, end - start).order(ByteOrder.LITTLE_ENDIAN);
  }
}
