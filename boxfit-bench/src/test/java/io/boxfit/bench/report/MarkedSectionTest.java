package io.boxfit.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MarkedSectionTest {
  private static final String OTHER =
      "<!-- other: begin, written by boxfit-bench/run --page -->\nold\n<!-- other: end -->\n";
  private static final String END = "<!-- figures: end -->";
  private static final String PAGE =
      "# Title\n\n<!-- figures: begin, written by boxfit-bench/run --page -->\nstale\n"
          + END
          + "\n\nthe rest\n"
          + OTHER;
  private static final MarkedSection FIGURES = MarkedSection.named("figures");

  @Test
  void onlyTheSectionChanges(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, PAGE);
    FIGURES.write(page, "new\n");
    assertEquals(PAGE.replace("stale\n", "new\n"), Files.readString(page));
    FIGURES.write(page, "newer\n");
    assertEquals(PAGE.replace("stale\n", "newer\n"), Files.readString(page));
  }

  @Test
  void aPageWithoutMarksIsRefused() {
    String cut = PAGE.replace(END, "");
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> FIGURES.replaced(cut, "page.md", "new\n"));
    assertTrue(refusal.getMessage().startsWith("page.md: has no section"), refusal.getMessage());
  }

  /** The page of the project takes what the benchmarks write. */
  @Test
  void theProjectsPageHasTheSection() throws IOException {
    String page = Files.readString(Path.of("../docs/benchmarks.md"));
    assertTrue(FIGURES.replaced(page, "benchmarks.md", "what was found").contains("found"));
  }
}
