package io.boxfit.bench.report;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page that a command writes, between two comments that the page's reader does not see.
 *
 * @param name of the section
 */
public record MarkedSection(String name) {

  /** The section of that name. */
  public static MarkedSection named(String name) {
    return new MarkedSection(name);
  }

  private String begin() {
    return "<!-- " + name + ": begin, written by boxfit-bench/run --page -->";
  }

  private String end() {
    return "<!-- " + name + ": end -->";
  }

  /**
   * A page with its section replaced.
   *
   * @param page the whole page
   * @param file of the page, in errors
   * @param section what comes between the marks
   * @throws BadInputException if the page has not both marks, in order
   */
  public String replaced(String page, String file, String section) {
    int begin = page.indexOf(begin());
    int end = page.indexOf(end(), Math.max(begin, 0));
    if (begin < 0 || end < 0) {
      throw new BadInputException(
          file
              + ": has no section to write: it needs the lines '"
              + begin()
              + "' and '"
              + end()
              + "'");
    }
    return page.substring(0, begin + begin().length()) + "\n" + section + page.substring(end);
  }

  /**
   * Replaces the section of a file.
   *
   * @throws BadInputException if it cannot be read or written, or has no such section
   */
  public void write(Path file, String section) {
    try {
      String page = Files.readString(file);
      String written = replaced(page, file.toString(), section);
      AtomicFile.write(file, written.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read or written: " + e.getMessage(), e);
    }
  }
}
