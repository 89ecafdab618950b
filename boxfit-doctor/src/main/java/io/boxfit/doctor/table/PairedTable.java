package io.boxfit.doctor.table;

import io.boxfit.core.BadInputException;
import io.boxfit.model.setting.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Truth and predictions, row beside row, in the order of the truth.
 *
 * @param truth at least one row
 * @param predictions as many rows
 * @param remark how they were paired, where that is not plain from the files
 */
public record PairedTable(BoxTable truth, BoxTable predictions, Optional<String> remark) {
  private static final int EXAMPLES = 3;

  /**
   * @throws IllegalArgumentException if the tables differ in size
   */
  public PairedTable {
    if (truth.size() != predictions.size()) {
      throw new IllegalArgumentException(truth.size() + " truths, " + predictions.size());
    }
  }

  /**
   * Puts them beside each other: by id, in any order, where both have ids, else row by row. Ids
   * that differ in their folders, in case or in a file's ending are the same where no two become
   * one by it.
   *
   * @throws BadInputException if an id is missing on one side or stands there twice, or if tables
   *     without common ids differ in length
   */
  public static PairedTable of(BoxTable predictions, BoxTable truth) {
    if (predictions.ids().isEmpty() || truth.ids().isEmpty()) {
      return byRow(predictions, truth);
    }
    Optional<IdSpelling> common = IdSpelling.common(predictions.ids(), truth.ids());
    IdSpelling spelling = common.orElse(IdSpelling.WHOLE);
    Map<String, double[]> predicted = by(spelling, predictions);
    if (common.isEmpty()) {
      requireAll(truth, predicted, predictions);
      requireAll(predictions, by(spelling, truth), truth);
    }
    List<double[]> rows = new ArrayList<>(truth.size());
    for (String id : truth.ids()) {
      rows.add(predicted.get(spelling.of(id)));
    }
    return new PairedTable(
        truth,
        new BoxTable(predictions.source(), truth.ids(), rows),
        spelling.remark(predictions.ids().get(0), truth.ids()));
  }

  private static PairedTable byRow(BoxTable predictions, BoxTable truth) {
    if (predictions.size() != truth.size()) {
      throw new BadInputException(
          predictions.source()
              + " has "
              + predictions.size()
              + " rows, "
              + truth.source()
              + " "
              + truth.size()
              + ": give one prediction for each truth in the same order, or an id column in both");
    }
    return new PairedTable(truth, predictions, Optional.empty());
  }

  private static Map<String, double[]> by(IdSpelling spelling, BoxTable table) {
    Map<String, double[]> rows = new HashMap<>();
    for (int i = 0; i < table.size(); i++) {
      String id = table.ids().get(i);
      if (rows.put(spelling.of(id), table.rows().get(i)) != null) {
        throw new BadInputException(
            table.source()
                + ": the id "
                + Quoted.of(id)
                + " stands there twice; keep one row for each id");
      }
    }
    return rows;
  }

  private static void requireAll(BoxTable asking, Map<String, double[]> there, BoxTable lacking) {
    List<String> missing =
        asking.ids().stream().filter(id -> !there.containsKey(id)).collect(Collectors.toList());
    if (missing.isEmpty()) {
      return;
    }
    throw new BadInputException(
        lacking.source()
            + " lacks "
            + missing.size()
            + " of the "
            + asking.size()
            + " ids of "
            + asking.source()
            + ": "
            + examples(missing)
            + "; its own are "
            + examples(lacking.ids())
            + "; write the same ids on both sides, or leave them out to pair row by row");
  }

  private static String examples(List<String> ids) {
    return ids.stream().limit(EXAMPLES).map(Quoted::of).collect(Collectors.joining(", "))
        + (ids.size() > EXAMPLES ? ", ..." : "");
  }
}
