package io.boxfit.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.train.fuzz.Fuzzing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsFuzzTest {
  @TempDir Path folder;

  private static byte[] file(int... lengths) {
    Map<String, Safetensors.Entry> tensors = new TreeMap<>();
    for (int i = 0; i < lengths.length; i++) {
      int height = lengths[i] % 2 == 0 ? 2 : 1;
      tensors.put(
          "layer" + i + ".kernel",
          new Safetensors.Entry(List.of(height, lengths[i] / height), new float[lengths[i]]));
    }
    return new Safetensors(Map.of("format", "pt"), tensors).bytes();
  }

  @Test
  void everyFileGivesTensorsOrOneClearLine() {
    Path path = folder.resolve("w.safetensors");
    Fuzzing.run(
        "safetensors",
        2000,
        List.of(file(1), file(6, 40, 7), file(0, 300)),
        input -> {
          Files.write(path, input);
          long numbers = 0;
          for (Safetensors.Entry entry : Safetensors.read(path).tensors().values()) {
            long product =
                entry.sizes().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
            assertEquals(product, entry.values().length);
            numbers += entry.values().length;
          }
          assertEquals(true, 4 * numbers <= input.length, "more numbers than the file can hold");
        });
  }
}
