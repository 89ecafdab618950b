package io.boxfit.search.article;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.util.List;

/**
 * How much a study of the article may compute.
 *
 * @param key the name that the command line uses
 * @param atOnce of trainings that end within some steps, because they are no numbers
 * @param screening of the crossed factors, at half size
 * @param oneChange of one change to a training that learns, at half size
 * @param told of the article's own training, which ends so, too
 * @param deciding of the cells that decide, at full size
 * @param longer of trainings as long as the article's, at half size
 * @param confirming of what may be the smallest change, as long as the article's and at full size
 */
public record Budget(
    String key,
    Extent atOnce,
    Extent screening,
    Extent oneChange,
    Extent told,
    Extent deciding,
    Extent longer,
    Extent confirming) {
  /** Minutes: which way the wind blows. */
  public static final Budget QUICK =
      new Budget(
          "quick",
          new Extent(3, 8_000, 1, 1_000),
          new Extent(2, 8_000, 1, 1_000),
          new Extent(2, 8_000, 1, 1_000),
          new Extent(3, 12_000, 1, 1_000),
          new Extent(2, 12_000, 1, 2_000),
          new Extent(0, 24_000, 8, 1_000),
          new Extent(0, 24_000, 8, 1_000));

  /** Hours: with intervals. */
  public static final Budget FULL =
      new Budget(
          "full",
          new Extent(20, 24_000, 1, 2_000),
          new Extent(5, 24_000, 1, 2_000),
          new Extent(5, 24_000, 1, 2_000),
          new Extent(10, 24_000, 8, 2_000),
          new Extent(8, 24_000, 1, 2_000),
          new Extent(2, 24_000, 8, 20_000),
          new Extent(6, 24_000, 8, 20_000));

  /**
   * The budget of that name.
   *
   * @throws BadInputException if there is none
   */
  public static Budget parse(String key) {
    List<Budget> all = List.of(QUICK, FULL);
    return all.stream()
        .filter(budget -> budget.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "--budget: unknown budget '"
                        + key
                        + "', did you mean '"
                        + NearestName.of(key, all.stream().map(Budget::key).toList())
                        + "'? There are quick and full"));
  }

  /**
   * What the trials of one cell may compute.
   *
   * @param starts trainings that differ in their start alone
   * @param trained letters an epoch
   * @param epochs of each training
   * @param judged test letters
   */
  public record Extent(int starts, int trained, int epochs, int judged) {}
}
