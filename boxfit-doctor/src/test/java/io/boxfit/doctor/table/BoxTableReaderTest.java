package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxTableReaderTest {
  @TempDir Path folder;

  private void refused(Path file, String part) {
    String message = Tables.refusal(file);
    assertTrue(message.startsWith(file + ": "), message);
    assertTrue(message.contains(part), message);
  }

  private Path file(String name, int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return Tables.write(folder, name, content);
  }

  @Test
  void whatIsNoFileOfTables() {
    refused(folder, "is a folder");
    refused(folder.resolve("missing.csv"), "does not exist");
    refused(Path.of("/dev/null"), "is not a regular file");
    refused(file("latin.csv", '1', ',', 0xE9, ',', '2', ',', '3'), "is neither UTF-8 text");
    refused(file("wide.csv", 0xFF, 0xFE, '1', 0), "is UTF-16 text");
    refused(file("packed.csv", 0x1F, 0x8B, 8, 0), "is compressed with gzip");
    refused(file("model.h5", 0x89, 'H', 'D', 'F', '\r', '\n'), "is HDF5");
    refused(file("empty.zip", 'P', 'K', 5, 6, 0), "is not a whole zip file");
    refused(file("other.npz", '1', ',', '2'), "does not begin as NumPy's files do");
  }

  /** What is written shortest is read as it was, whatever the layout. */
  @Test
  void everyLayoutGivesTheSameNumbers() throws IOException {
    RandomStream random = new Seed(1).stream("layouts");
    for (int round = 0; round < 50; round++) {
      double[] row =
          DoubleStream.generate(
                  () -> random.nextGaussian() * StrictMath.pow(10, random.nextInt(-9, 9)))
              .limit(4)
              .toArray();
      List<String> cells = DoubleStream.of(row).mapToObj(Double::toString).toList();
      String json = "[" + cells + "]";
      for (String separator : List.of(",", ";", "\t", " ", " , ")) {
        String text = "id,a,b,c,d\nx,".replace(",", separator) + String.join(separator, cells);
        Path path = folder.resolve("row.txt");
        Files.writeString(path, text, StandardCharsets.UTF_8);
        BoxTable table = BoxTableReader.read(path);
        assertEquals(List.of("x"), table.ids());
        assertArrayEquals(row, table.rows().get(0), text);
      }
      assertArrayEquals(row, Tables.read(folder, "row.json", json).rows().get(0), json);
    }
  }

  @Test
  void aHundredThousandRows() {
    RandomStream random = new Seed(2).stream("rows");
    String text =
        DoubleStream.generate(() -> random.nextDouble(0, 200))
            .limit(100_000)
            .mapToObj(x -> x + ",1,2,3")
            .collect(Collectors.joining("\n"));
    assertEquals(100_000, Tables.read(folder, "many.csv", text).size());
  }
}
