package io.boxfit.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ResultsTableTest {

  @Test
  void mediansWithRanges() {
    assertEquals(
        """
        - machine: some processor, 2 cores
        - command: `boxfit-bench/run --rounds 2`

        | what | better | Boxfit | beside | | ratio |
        | --- | --- | --- | --- | --- | --- |
        | training (images/s) | higher | **1,100** (1,000 to 1,200) | a \\| b \
        | **800** (600 to 1,000) | **1.50** (1.00 to 2.00) |
        | memory (MB) | lower | **12.3** | - | - | - |

        - something was left out
        """,
        ResultsTable.of(SampleResults.RESULTS));
  }

  @Test
  void threeDigitsCount() {
    assertEquals("2.35", ResultsTable.number(2.3456));
    assertEquals("23.5", ResultsTable.number(23.456));
    assertEquals("12,346", ResultsTable.number(12345.6));
  }
}
