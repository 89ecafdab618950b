package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTableTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[1, 2, 3.5, 4], [5, 6, -7, 8]]",
        "\ufeff [\n [1, 2, 3.5, 4],\n [5, 6, -7, 8]\n]\n",
        "[[[1, 2, 3.5, 4]], [[5, 6, -7, 8]]]",
        "[[\"1\", \"2\", \"3.5\", \"4\"], [5, 6, -7, 8]]",
        "{\"boxes\": [[1, 2, 3.5, 4], [5, 6, -7, 8]]}",
        "{\"size\": [200, 100], \"epoch\": 3, \"predictions\": [[1, 2, 3.5, 4], [5, 6, -7, 8]]}",
        "[{\"box\": [1, 2, 3.5, 4]}, {\"box\": [5, 6, -7, 8], \"score\": 0.5}]",
        "[{\"xmin\": 1, \"ymin\": 2, \"xmax\": 3.5, \"ymax\": 4},"
            + " {\"xmin\": 5, \"ymin\": 6, \"xmax\": -7, \"ymax\": 8}]",
        "[{\"box\": {\"xmin\": 1, \"ymin\": 2, \"xmax\": 3.5, \"ymax\": 4}, \"label\": \"cat\"},"
            + " {\"box\": {\"xmin\": 5, \"ymin\": 6, \"xmax\": -7, \"ymax\": 8}, \"score\": 1}]",
        """
        {"box": {"x": 1, "y": 2, "w": 3.5, "h": 4}}
        {"box": {"x": 5, "y": 6, "w": -7, "h": 8}}
        """,
        "[{\"name\": \"cat\", \"box\": {\"x1\": 1, \"y1\": 2, \"x2\": 3.5, \"y2\": 4}},"
            + " {\"name\": \"cat\", \"box\": {\"x1\": 5, \"y1\": 6, \"x2\": -7, \"y2\": 8}}]",
        "{\"box\": [1, 2, 3.5, 4], \"score\": 1}\n{\"box\": [5, 6, -7, 8], \"score\": 1}\n"
      })
  void rowsWithoutIds(String text) {
    BoxTable table = Tables.read(folder, "boxes.json", text);
    assertEquals(List.of(), table.ids());
    requireRows(table);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"id\": \"a\", \"box\": [1, 2, 3.5, 4]}, {\"id\": \"7\", \"box\": [5, 6, -7, 8]}]",
        "[{\"bbox\": [1, 2, 3.5, 4], \"image_id\": \"a\"}, {\"bbox\": [5, 6, -7, 8], \"image_id\":"
            + " 7}]",
        "{\"a\": [1, 2, 3.5, 4], \"7\": [5, 6, -7, 8]}",
        "[{\"name\": \"a\", \"box\": [1, 2, 3.5, 4]}, {\"name\": 7, \"box\": [5, 6, -7, 8]}]",
        "{\"ids\": [\"a\", 7], \"boxes\": [[1, 2, 3.5, 4], [5, 6, -7, 8]]}",
        "{\"truth\": {\"a\": [1, 2, 3.5, 4], \"7\": [5, 6, -7, 8]}}",
        "{\"id\": \"a\", \"box\": [1, 2, 3.5, 4]}\n{\"id\": 7, \"box\": [5, 6, -7, 8]}\n",
        """
        {"id": "a", "x": 1, "y": 2, "w": 3.5, "h": 4}
        {"id": 7, "x": 5, "y": 6, "w": -7, "h": 8}
        """,
        "{\"info\": {\"year\": 2020}, \"images\": [{\"id\": \"a\", \"width\": 9}],"
            + " \"categories\": [{\"id\": 1, \"name\": \"cat\"}], \"annotations\": ["
            + "{\"id\": 1, \"image_id\": \"a\", \"bbox\": [1, 2, 3.5, 4], \"segmentation\": [[1]]},"
            + "{\"id\": 2, \"image_id\": 7, \"bbox\": [5, 6, -7, 8], \"area\": 4}]}"
      })
  void rowsWithIds(String text) {
    BoxTable table = Tables.read(folder, "boxes.json", text);
    assertEquals(List.of("a", "7"), table.ids());
    requireRows(table);
  }

  private static void requireRows(BoxTable table) {
    assertEquals(2, table.size());
    assertArrayEquals(new double[] {1, 2, 3.5, 4}, table.rows().get(0));
    assertArrayEquals(new double[] {5, 6, -7, 8}, table.rows().get(1));
  }

  /** Names that end in 0 to 3 are no sides where there are more of them than four. */
  @Test
  void idsMayBeNumbers() {
    String text =
        IntStream.range(0, 300)
            .mapToObj(i -> "\"" + i + "\": [" + i + ", 0, 1, 1]")
            .collect(Collectors.joining(",", "{", "}"));
    BoxTable table = Tables.read(folder, "boxes.json", text);
    assertEquals(300, table.size());
    assertEquals("299", table.ids().get(299));
    table =
        Tables.read(
            folder,
            "boxes.json",
            "{\"0\":[1,2,3,4],\"1\":[1,2,3,4],\"2\":[1,2,3,4],\"3\":[1,2,3,4]}");
    assertEquals(List.of("0", "1", "2", "3"), table.ids());
  }

  @Test
  void whatIsNoNumberIsReadAsPythonWritesIt() {
    BoxTable table =
        Tables.read(folder, "boxes.json", "[[NaN, Infinity, -Infinity, null], [\"nan\", 1, 2, 3]]");
    double inf = Double.POSITIVE_INFINITY;
    assertArrayEquals(new double[] {Double.NaN, inf, -inf, Double.NaN}, table.rows().get(0));
    assertArrayEquals(new double[] {Double.NaN, 1, 2, 3}, table.rows().get(1));
  }

  private void refused(String text, String... parts) {
    String message = Tables.refusal(folder, "boxes.json", text);
    for (String part : parts) {
      assertTrue(message.contains(part), message);
    }
  }

  @Test
  void refusalsNameThePlace() {
    refused("[[1, 2, 3, 4],\n [1, 2, \"x\", 4]]", "boxes.json:2, column 2: 'x' stands where");
    refused("[[1, 2, 3, 4],\n [1, 2, 3]]", "boxes.json:2, column 2: 3 numbers; a box has four");
    refused("[[1, 2, 3, 4], true]", "boxes.json:1, column 16: 'true' stands where a list");
    refused("[null, [1, 2, 3, 4]]", "boxes.json:1, column 2: 'null' stands where a list of four");
    refused("[1, 2, 3, 4, 5, 6, 7,\n 8]", "a flat list of 8 numbers");
    refused("[[1, 2, 3, 4], [5, 6", "boxes.json:1, column", "is it cut off?");
    refused("[[1, 2, 3, 4]\n [5, 6, 7, 8]]", "boxes.json:2, column 2: is not JSON from here on");
    refused("[[1, 2, 3, 4]] 5", "boxes.json:1, column 16: something follows the end");
    refused("[{\"id\": 1, \"box\": [1, 2, 3, 4]},\n{\"box\": [1, 2, 3, 4]}]", ":2", "has no id");
    refused(
        "[{\"id\": 1, \"box\": [1, 2, 3, 4]},\n{\"id\": 1, \"box\": [1, 2, 3, 4]}]",
        ":2, column 1: the id '1' stands in line 1 already");
    refused(
        "{\"a\": [1, 2, 3, 4],\n\"a\": [1, 2, 3, 4]}", ":2", "the id 'a' stands in line 1 already");
    refused("[[[1, 2, 3, 4], [1, 2, 3, 4]]]", "several boxes");
    refused("[" + "[".repeat(5000), "lists within lists");
  }

  @Test
  void refusalsAskWhichIsTheBox() {
    refused("{\"pred\": [[1, 2, 3, 4]], \"truth\": [[1, 2, 3, 4]]}", "'pred', 'truth'; keep one");
    refused("[{\"id\": 3, \"class\": 1}]", "the object of the id '3' has no box");
    refused("[{\"a\": [1, 2, 3, 4], \"b\": [1, 2, 3, 4]}]", "'a' and 'b': which is the box?");
    refused("{\"x\": [1, 2, 3], \"y\": [1, 2, 3], \"w\": [1], \"h\": [1]}", "for each side");
    refused("[{\"x\": 1, \"y\": 2, \"w\": \"wide\", \"h\": 3}]", "'w' is 'wide'");
  }

  @Test
  void refusalsOfIdsThatDoNotFit() {
    refused("{\"ids\": [1], \"boxes\": [[1, 2, 3, 4], [1, 2, 3, 4]]}", "1 ids for 2 boxes");
    refused("{\"ids\": [\"\"], \"boxes\": [[1, 2, 3, 4]]}", "the id number 1 is empty");
  }

  @Test
  void refusalsOfNothing() {
    refused("", "boxes.json: holds no rows");
    refused(" \n", "boxes.json: holds no rows");
    refused("[]", "boxes.json: holds no rows");
    refused("{}", "boxes.json: holds no rows");
    refused("{\"boxes\": []}", "boxes.json: holds no rows");
  }
}
