package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.doctor.fuzz.Fuzzing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxTableFuzzTest {
  @TempDir Path folder;

  private void read(byte[] input) throws IOException {
    Path file = Files.write(folder.resolve("table"), input);
    BoxTable table = BoxTableReader.read(file);
    assertTrue(table.size() > 0);
    assertTrue(table.rows().stream().allMatch(row -> row.length == 4));
    assertFalse(table.ids().stream().anyMatch(String::isEmpty));
    assertEquals(table.ids().size(), new HashSet<>(table.ids()).size());
    PairedTable.of(table, table);
  }

  private static List<byte[]> bytes(String... texts) {
    List<byte[]> all = new ArrayList<>();
    for (String text : texts) {
      all.add(text.getBytes(StandardCharsets.UTF_8));
    }
    return all;
  }

  private static List<byte[]> golden(String... names) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : names) {
      all.add(Files.readAllBytes(Tables.goldenFile(name)));
    }
    return all;
  }

  @Test
  void text() {
    Fuzzing.run(
        "text",
        700,
        bytes(
            "1,2,3,4\n5,6,7,8\n9,10,11,12\n",
            "filename;xmin;ymin;xmax;ymax;class\na;1;2;3;4;cat\n\"b;b\";5;6;7;nan;dog\n",
            "[1, 2, 3, 4]\n[5, 6, 7, 8]\n",
            "[[ 1.  2.  3.  4.]\n [ 5.  6. inf  8.]]\n"),
        this::read);
  }

  @Test
  void json() {
    Fuzzing.run(
        "json",
        700,
        bytes(
            "[[1, 2, 3, 4], [5.5, NaN, 7, 8]]",
            "[{\"id\": \"a\", \"box\": [1, 2, 3, 4]}, {\"id\": \"b\", \"box\": [5, 6, 7, 8]}]",
            "{\"a\": [1, 2, 3, 4], \"b\": [5, 6, 7, 8]}",
            "{\"size\": 3, \"predictions\": [[1, 2, 3, 4], [5, 6, 7, 8]]}",
            "{\"id\": 1, \"x\": 1, \"y\": 2, \"w\": 3, \"h\": 4}\n"),
        this::read);
  }

  @Test
  void numpy() throws IOException {
    Fuzzing.run(
        "numpy",
        600,
        golden("float-little-4.npy", "fortran.npy", "version-3.npy", "integer-i2.npy"),
        this::read);
  }

  @Test
  void zip() throws IOException {
    Fuzzing.run(
        "zip", 600, golden("stored.npz", "deflated.npz", "named.npz", "bomb.npz"), this::read);
  }
}
