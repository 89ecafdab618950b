package io.boxfit.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsTest {
  @TempDir Path folder;

  private static Safetensors sample() {
    Map<String, Safetensors.Entry> tensors = new LinkedHashMap<>();
    tensors.put("a", new Safetensors.Entry(List.of(2, 3), new float[] {1, 2, 3, 4, 5, -6}));
    tensors.put("b", Safetensors.Entry.row(new float[] {0.5f}));
    return new Safetensors(Map.of("step", "7"), tensors);
  }

  @Test
  void layoutIsTheOpenFormat() {
    byte[] bytes = sample().bytes();
    int header = bytes[0] & 0xFF;
    String json = new String(bytes, 8, header, StandardCharsets.UTF_8).trim();
    assertEquals(
        "{\"__metadata__\":{\"step\":\"7\"},"
            + "\"a\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]},"
            + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[24,28]}}",
        json);
    assertEquals(8 + header + 28, bytes.length);
    assertEquals(0, header % 8);
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("w.safetensors");
    AtomicFile.write(file, sample().bytes());
    Safetensors read = Safetensors.read(file);
    assertEquals("7", read.metadata().get("step"));
    assertEquals(List.of(2, 3), read.tensors().get("a").sizes());
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, -6}, read.tensors().get("a").values());
    assertFalse(Files.exists(folder.resolve("w.safetensors.part")));
  }

  @Test
  void damagedFilesGiveOneClearLine() throws IOException {
    byte[] good = sample().bytes();
    RandomStream random = new Seed(5).stream("damage");
    Path file = folder.resolve("damaged.safetensors");
    for (int i = 0; i < 2000; i++) {
      byte[] bad =
          Arrays.copyOf(good, random.nextBoolean(0.3) ? random.nextInt(good.length) : good.length);
      for (int k = 0; k < 3 && bad.length > 0; k++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bad);
      try {
        Safetensors.read(file);
      } catch (BadInputException e) {
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
      }
    }
    Files.write(file, Arrays.copyOf(good, good.length - 1));
    assertThrows(BadInputException.class, () -> Safetensors.read(file));
  }
}
