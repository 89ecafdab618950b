package io.boxfit.bench.report;

import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page that the benchmarks write, between two comments that the page's reader does
 * not see.
 */
public final class MarkedSection {
  /** The line before the section. */
  public static final String BEGIN = "<!-- figures: begin, written by boxfit-bench/run --page -->";

  /** The line behind it. */
  public static final String END = "<!-- figures: end -->";

  private MarkedSection() {}

  /**
   * A page with its section replaced.
   *
   * @param page the whole page
   * @param name of the page, in errors
   * @param section what comes between the marks
   * @throws BadInputException if the page has not both marks, in order
   */
  public static String replaced(String page, String name, String section) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END, Math.max(begin, 0));
    if (begin < 0 || end < 0) {
      throw new BadInputException(
          name + ": has no section to write: it needs the lines '" + BEGIN + "' and '" + END + "'");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + section + page.substring(end);
  }

  /**
   * Replaces the section of a file.
   *
   * @throws BadInputException if it cannot be read or written, or has no such section
   */
  public static void write(Path file, String section) {
    try {
      String page = Files.readString(file);
      String written = replaced(page, file.toString(), section);
      AtomicFile.write(file, written.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read or written: " + e.getMessage(), e);
    }
  }
}
