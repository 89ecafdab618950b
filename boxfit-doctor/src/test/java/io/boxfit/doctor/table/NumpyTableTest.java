package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyTableTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "float-little-2.npy",
        "float-little-4.npy",
        "float-little-8.npy",
        "float-big-2.npy",
        "float-big-4.npy",
        "float-big-8.npy",
        "version-1.npy",
        "version-2.npy",
        "version-3.npy",
        "fortran.npy",
        "one-each.npy",
        "stored.npz",
        "deflated.npz",
        "named.npz"
      })
  void boxes(String name) {
    Tables.requireGolden(Tables.golden(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8"})
  void integers(String kind) {
    BoxTable table = Tables.golden("integer-" + kind + ".npy");
    assertArrayEquals(new double[] {15, 20, 127, 127}, table.rows().get(0));
    assertArrayEquals(new double[] {0, 0, 100, 125}, table.rows().get(1));
    assertArrayEquals(new double[] {70, 80, 98, 127}, table.rows().get(2));
  }

  @Test
  void edgesOfTheTypes() {
    assertArrayEquals(
        new double[] {0x1p64 - 4096, 0x1p63, 0x1p32, 0},
        Tables.golden("unsigned-large.npy").rows().get(0));
    BoxTable halves = Tables.golden("special.npy");
    double inf = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {Double.NaN, inf, -inf, -0.0}, halves.rows().get(0));
    // The smallest of all halves, and the largest that is finite.
    assertArrayEquals(new double[] {0x1p-24, 65504, -2, 1}, halves.rows().get(1));
    assertArrayEquals(Tables.BOXES[0], Tables.golden("single.npy").rows().get(0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turned.npy     | its shape is (4, 3), (N, 4) is needed",
        "flat.npy       | its shape is (12), (N, 4) is needed",
        "empty.npy      | holds no rows",
        "complex.npy    | holds values of the kind '<c16'",
        "objects.npy    | holds Python objects, which are not opened",
        "structured.npy | is a structured array",
        "strings.npy    | holds values of the kind '<U8'",
        "ambiguous.npz  | which are the boxes? It has 'pred', 'truth'",
        "unnamed.npz    | which are the boxes? It has 'arr_0', 'arr_1'",
        "bomb.npz       | 3000000 rows, at most 1000000",
        "pickled.pkl    | is a Python pickle, which is never opened",
      })
  void refused(String name, String part) {
    Path file = Tables.goldenFile(name);
    String message = Tables.refusal(file);
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains(part), message);
  }

  @Test
  void everyCutIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(Tables.goldenFile("float-little-4.npy"));
    for (int length = 6; length < whole.length; length++) {
      Path file = Tables.write(folder, "cut.npy", Arrays.copyOf(whole, length));
      String message = Tables.refusal(file);
      assertTrue(message.contains("is cut off"), length + ": " + message);
    }
    Path stub = Tables.write(folder, "stub.npy", Arrays.copyOf(whole, 5));
    assertTrue(Tables.refusal(stub).contains("does not begin as NumPy's files do"));
    Path more = Tables.write(folder, "more.npy", Arrays.copyOf(whole, whole.length + 1));
    assertTrue(Tables.refusal(more).contains("something follows the array"));
  }

  /** What the header promises is not laid out before it is there. */
  @Test
  void aPromiseTakesNoMemory() {
    String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (1000000, 4), }\n";
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("\u0093NUMPY\u0001\u0000".getBytes(StandardCharsets.ISO_8859_1));
    file.write(header.length());
    file.write(0);
    file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(new byte[64]);
    String message = Tables.refusal(Tables.write(folder, "claim.npy", file.toByteArray()));
    assertTrue(message.contains("is cut off"), message);
  }

  @Test
  void aFlippedBitInAZipIsNoticed() throws IOException {
    byte[] whole = Files.readAllBytes(Tables.goldenFile("stored.npz"));
    int data = new String(whole, StandardCharsets.ISO_8859_1).indexOf("\n") + 20;
    whole[data] ^= 1;
    String message = Tables.refusal(Tables.write(folder, "flipped.npz", whole));
    assertTrue(message.contains("array 'arr_0': is damaged"), message);
  }

  @Test
  void theNameDoesNotDecide() throws IOException {
    byte[] whole = Files.readAllBytes(Tables.goldenFile("deflated.npz"));
    Tables.requireGolden(BoxTableReader.read(Tables.write(folder, "boxes.txt", whole)));
    assertEquals(1, Tables.read(folder, "boxes.json", "1,2,3,4\n").size());
  }
}
