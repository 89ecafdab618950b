package io.boxfit.search.article;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.util.List;

/**
 * How much a study of the article may compute.
 *
 * @param key the name that the command line uses
 * @param cheapStarts starts of a cell whose trainings end within some steps, because they are no
 *     numbers
 * @param halfSize of the other cells at half size
 * @param fullSize of the cells at full size
 */
public record Budget(String key, int cheapStarts, Extent halfSize, Extent fullSize) {
  /** Minutes: which way the wind blows. */
  public static final Budget QUICK =
      new Budget("quick", 3, new Extent(3, 8_000, 1, 1_000), new Extent(2, 12_000, 1, 2_000));

  /** Hours: with intervals. */
  public static final Budget FULL =
      new Budget("full", 20, new Extent(10, 24_000, 1, 2_000), new Extent(5, 24_000, 8, 20_000));

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
