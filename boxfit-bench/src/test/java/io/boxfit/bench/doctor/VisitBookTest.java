package io.boxfit.bench.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A book that was cut off goes on, as often as it is cut off. */
final class VisitBookTest {

  @Test
  void goesOnBehindALineThatWasTorn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("visits.jsonl");
    VisitBook.open(file).add("first", List.of());
    VisitBook.open(file).add("torn", List.of());
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 5));

    VisitBook once = VisitBook.open(file);
    assertTrue(once.of("torn").isEmpty());
    once.add("torn", List.of());
    VisitBook again = VisitBook.open(file);

    assertEquals(Optional.of(List.of()), again.of("first"));
    assertEquals(Optional.of(List.of()), again.of("torn"));
  }

  @Test
  void beginsAgainWhereTheOnlyLineWasTorn(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("visits.jsonl");
    Files.writeString(file, "{\"key\":");

    VisitBook.open(file).add("first", List.of());

    assertEquals(Optional.of(List.of()), VisitBook.open(file).of("first"));
  }
}
