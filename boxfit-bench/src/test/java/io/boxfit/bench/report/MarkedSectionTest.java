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
  private static final String PAGE =
      "# Title\n\n" + MarkedSection.BEGIN + "\nold\n" + MarkedSection.END + "\n\nthe rest\n";

  @Test
  void onlyTheSectionChanges(@TempDir Path folder) throws IOException {
    Path page = folder.resolve("page.md");
    Files.writeString(page, PAGE);
    MarkedSection.write(page, "new\n");
    assertEquals(PAGE.replace("old\n", "new\n"), Files.readString(page));
    MarkedSection.write(page, "newer\n");
    assertEquals(PAGE.replace("old\n", "newer\n"), Files.readString(page));
  }

  @Test
  void aPageWithoutMarksIsRefused() {
    String cut = PAGE.replace(MarkedSection.END, "");
    BadInputException refusal =
        assertThrows(
            BadInputException.class, () -> MarkedSection.replaced(cut, "page.md", "new\n"));
    assertTrue(refusal.getMessage().startsWith("page.md: has no section"), refusal.getMessage());
  }

  /** The page of the project takes what the benchmarks write. */
  @Test
  void theProjectsPageHasTheSection() throws IOException {
    String page = Files.readString(Path.of("../docs/benchmarks.md"));
    assertTrue(MarkedSection.replaced(page, "benchmarks.md", "what was found").contains("found"));
  }
}
