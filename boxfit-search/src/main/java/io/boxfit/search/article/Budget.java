package io.boxfit.search.article;

import io.boxfit.core.BadInputException;
import io.boxfit.core.text.NearestName;
import java.util.Arrays;
import java.util.Locale;

/** How much a study of the article may compute. */
public enum Budget {
  /** Minutes: which way the wind blows. */
  QUICK(3, 3, 8_000, 1_000, 2, 12_000, 1, 2_000),
  /** Hours: with intervals. */
  FULL(20, 10, 24_000, 2_000, 5, 24_000, 8, 20_000);

  final int cheapStarts;
  final int starts;
  final int trained;
  final int judged;
  final int fullSizeStarts;
  final int fullSizeTrained;
  final int fullSizeEpochs;
  final int fullSizeJudged;

  /**
   * @param cheapStarts a cell whose trainings end within some steps, because they are no numbers
   * @param starts any other cell
   * @param trained pictures a training at half size
   * @param judged test letters at half size
   * @param fullSizeStarts starts of a deciding cell at full size
   * @param fullSizeTrained pictures an epoch at full size
   * @param fullSizeEpochs epochs there
   * @param fullSizeJudged test letters there
   */
  Budget(
      int cheapStarts,
      int starts,
      int trained,
      int judged,
      int fullSizeStarts,
      int fullSizeTrained,
      int fullSizeEpochs,
      int fullSizeJudged) {
    this.cheapStarts = cheapStarts;
    this.starts = starts;
    this.trained = trained;
    this.judged = judged;
    this.fullSizeStarts = fullSizeStarts;
    this.fullSizeTrained = fullSizeTrained;
    this.fullSizeEpochs = fullSizeEpochs;
    this.fullSizeJudged = fullSizeJudged;
  }

  /** The name that the command line uses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The budget of that name.
   *
   * @throws BadInputException if there is none
   */
  public static Budget parse(String key) {
    return Arrays.stream(values())
        .filter(budget -> budget.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new BadInputException(
                    "--budget: unknown budget '"
                        + key
                        + "', did you mean '"
                        + NearestName.of(key, Arrays.stream(values()).map(Budget::key).toList())
                        + "'? There are quick and full"));
  }
}
