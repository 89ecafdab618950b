package io.boxfit.doctor.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairedTableTest {
  private static BoxTable table(String source, List<String> ids, double... first) {
    List<double[]> rows =
        java.util.Arrays.stream(first).mapToObj(x -> new double[] {x, 0, 1, 1}).toList();
    return new BoxTable(source, ids, rows);
  }

  private static List<Double> firsts(BoxTable table) {
    return table.rows().stream().map(row -> row[0]).toList();
  }

  @Test
  void byIdInTheOrderOfTheTruth() {
    PairedTable pairs =
        PairedTable.of(
            table("P", List.of("c", "a", "b"), 3, 1, 2),
            table("T", List.of("a", "b", "c"), 7, 8, 9));
    assertEquals(List.of(7.0, 8.0, 9.0), firsts(pairs.truth()));
    assertEquals(List.of(1.0, 2.0, 3.0), firsts(pairs.predictions()));
    assertEquals(List.of("a", "b", "c"), pairs.predictions().ids());
    assertEquals("P", pairs.predictions().source());
    assertEquals(Optional.empty(), pairs.remark());
  }

  @Test
  void byRowWhereOneHasNoIds() {
    PairedTable pairs =
        PairedTable.of(table("P", List.of(), 3, 1), table("T", List.of("a", "b"), 7, 8));
    assertEquals(List.of(3.0, 1.0), firsts(pairs.predictions()));
    assertEquals(List.of(7.0, 8.0), firsts(pairs.truth()));
  }

  @Test
  void byNameWhereFoldersCaseOrEndingsDiffer() {
    for (List<String> ids :
        List.of(
            List.of("/home/u/b.jpg", "/home/u/A.jpg"),
            List.of("C:\\img\\b.jpg", "C:\\img\\A.jpg"),
            List.of("B.JPG", "a.JPG"),
            List.of("labels/b.txt", "labels/a.txt"),
            List.of("b", "a"))) {
      PairedTable pairs =
          PairedTable.of(table("P", ids, 2, 1), table("T", List.of("A.jpg", "b.jpg"), 7, 8));
      assertEquals(List.of(1.0, 2.0), firsts(pairs.predictions()), ids.toString());
      assertEquals(List.of("A.jpg", "b.jpg"), pairs.predictions().ids());
      assertEquals(
          "Rows are paired by the names of their files: '" + ids.get(0) + "' is taken for 'b.jpg'.",
          pairs.remark().orElseThrow());
    }
  }

  /** What tells the pictures apart counts: a folder, or an ending. */
  @Test
  void namesThatAreNotUniqueArePairedWhole() {
    PairedTable pairs =
        PairedTable.of(
            table("P", List.of("y/a.jpg", "x/a.jpg"), 2, 1),
            table("T", List.of("x/a.jpg", "y/a.jpg"), 7, 8));
    assertEquals(List.of(1.0, 2.0), firsts(pairs.predictions()));
    assertEquals(
        "P lacks 2 of the 2 ids of T: 'a.png', 'a.jpg'; its own are 'x/a.png', 'y/a.png'; write"
            + " the same ids on both sides, or leave them out to pair row by row",
        refusal(
            table("P", List.of("x/a.png", "y/a.png"), 1, 2),
            table("T", List.of("a.png", "a.jpg"), 1, 2)));
  }

  private static String refusal(BoxTable predictions, BoxTable truth) {
    return assertThrows(BadInputException.class, () -> PairedTable.of(predictions, truth))
        .getMessage();
  }

  @Test
  void refusals() {
    assertEquals(
        "P.csv has 2 rows, T.csv 3: give one prediction for each truth in the same order, or an id"
            + " column in both",
        refusal(table("P.csv", List.of(), 1, 2), table("T.csv", List.of(), 1, 2, 3)));
    List<String> many = Stream.of("a", "b", "c", "d", "e").toList();
    assertEquals(
        "P lacks 4 of the 5 ids of T: 'b', 'c', 'd', ...; its own are 'a'; write the same ids on"
            + " both sides, or leave them out to pair row by row",
        refusal(table("P", List.of("a"), 1), table("T", many, 1, 2, 3, 4, 5)));
    assertEquals(
        "T lacks 1 of the 2 ids of P: 'x'; its own are 'a'; write the same ids on both sides, or"
            + " leave them out to pair row by row",
        refusal(table("P", List.of("a", "x"), 1, 2), table("T", List.of("a"), 1)));
    assertEquals(
        "P: the id 'a' stands there twice; keep one row for each id",
        refusal(table("P", List.of("a", "a"), 1, 2), table("T", List.of("a", "b"), 1, 2)));
  }
}
