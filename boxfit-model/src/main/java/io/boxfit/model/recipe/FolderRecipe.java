package io.boxfit.model.recipe;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;
import java.util.Optional;

/**
 * A folder of annotated pictures, and how it is read.
 *
 * @param path of the folder; empty until a user names one
 * @param format of the annotations: {@code voc}, {@code coco}, {@code yolo}, {@code csv}, or {@code
 *     auto}: recognised
 * @param vocOrigin how VOC counts pixels: {@code one}, {@code zero}, or {@code auto}
 * @param columns of CSV by our names, {@code ours=theirs,...}; empty: recognised
 * @param target which object of a picture is to be found: {@code largest}, {@code first}, {@code
 *     only}, {@code union} or {@code label=NAME}
 * @param split how test pictures are chosen: {@code own} (the set's lists), {@code hash} (of the
 *     content), {@code group} (of what {@code groupBy} finds in the name), or {@code auto}: groups
 *     where {@code groupBy} is given, else the set's own lists, else by content
 * @param groupBy regular expression on a picture's name; pictures for which it finds the same stay
 *     on one side
 * @param testShare share of the pictures to test on, where the set has no lists; in (0, 1)
 * @param skipBad whether pictures and boxes that cannot be used are left out
 */
public record FolderRecipe(
    @Default("") Optional<String> path,
    @Default("auto") String format,
    @Default("auto") String vocOrigin,
    @Default("") Optional<String> columns,
    @Default("largest") String target,
    @Default("auto") String split,
    @Default("") Optional<String> groupBy,
    @Default("0.2") double testShare,
    @Default("false") boolean skipBad) {

  /**
   * @throws BadInputException if the share is impossible
   */
  public FolderRecipe {
    if (!(testShare > 0 && testShare < 1)) {
      throw new BadInputException("testShare must be in (0, 1), got " + testShare);
    }
  }
}
