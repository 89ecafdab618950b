package io.boxfit.bench.seeds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SeedTableTest {

  @Test
  void tellsMedianWorstAndTheLargestDistance() {
    String table =
        SeedTable.of(
            "the command",
            List.of(
                new SeedFigures(1, 0.90, 0.88, 0.95, 0.80, 0.5, "aa"),
                new SeedFigures(2, 0.96, 0.94, 0.99, 0.90, 0.7, "bb"),
                new SeedFigures(3, 0.98, 0.95, 0.98, 0.92, 0.3, "cc")));
    assertTrue(table.contains("| 2 | 0.9600 | 0.9400 | 0.9900 | 0.9000 | 0.70 | `bb` |"), table);
    assertTrue(table.contains("| **median** | **0.9600** | 0.9400 | **0.9800** |"), table);
    assertTrue(table.contains("| **worst** | **0.9000** | 0.8800 | **0.9500** | 0.8000 | 0.70 |"));
    assertTrue(table.contains("median: 0.0600 in mean IoU, 0.0300 in IoU >= 0.5."), table);
  }
}
