package io.boxfit.bench.doctor;

import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Predictions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One declared change to good predictions: left, top, right, bottom, px.
 *
 * @param kind in tables
 * @param right what names it: a cause, or for what predictions alone cannot explain a symptom; none
 *     where the predictions stay healthy
 * @param change to all rows, which are arrays of its own, of predictions of some size
 */
public record Tampering(
    String kind,
    Set<Condition> right,
    BiFunction<List<double[]>, Predictions, List<double[]>> change) {

  /** That of a name in tables, among {@link #faults}. */
  public static Tampering named(String kind) {
    return faults().stream().filter(t -> t.kind().equals(kind)).findFirst().orElseThrow();
  }

  /** The predictions as numbers of a file that were tampered with. */
  public NumberAudit of(Predictions said) {
    NumberAudit plain = NumberAudit.of(said);
    List<double[]> rows = new ArrayList<>(plain.rows());
    return new NumberAudit(change.apply(rows, said), plain.truths(), plain.reading());
  }

  /** Those that make predictions sick. */
  public static List<Tampering> faults() {
    List<Tampering> all = new ArrayList<>();
    all.add(
        rows("x and y swapped", Condition.WRONG_READING, (r, p) -> four(r[1], r[0], r[3], r[2])));
    all.add(
        rows(
            "centre and size read as corners",
            Condition.WRONG_READING,
            (r, p) -> four((r[0] + r[2]) / 2, (r[1] + r[3]) / 2, r[2] - r[0], r[3] - r[1])));
    all.add(
        rows(
            "corner and size read as corners",
            Condition.WRONG_READING,
            (r, p) -> four(r[0], r[1], r[2] - r[0], r[3] - r[1])));
    all.add(
        rows(
            "shares read as pixels",
            Condition.WRONG_READING,
            (r, p) ->
                four(r[0] / p.width(), r[1] / p.height(), r[2] / p.width(), r[3] / p.height())));
    all.add(rows("scaled by the wrong side", Condition.WRONG_READING, Tampering::wrongSide));
    all.add(
        rows(
            "left, right, top, bottom",
            Condition.WRONG_READING,
            (r, p) -> four(r[0], r[2], r[1], r[3])));
    for (int shift : new int[] {1, -2, 3}) {
      all.add(
          new Tampering(
              "rows moved by " + shift,
              Set.of(Condition.SHIFTED_ROWS),
              (rows, p) -> {
                Collections.rotate(rows, shift);
                return rows;
              }));
    }
    all.add(new Tampering("rows shuffled", Set.of(Condition.SHUFFLED_TRUTH), Tampering::shuffled));
    all.add(rows("left always zero", Condition.DEAD_OUTPUT, (r, p) -> four(0, r[1], r[2], r[3])));
    all.add(rows("bottom always zero", Condition.DEAD_OUTPUT, (r, p) -> four(r[0], r[1], r[2], 0)));
    all.add(rows("softmax over the numbers", Condition.SOFTMAX_OUTPUT, Tampering::softmax));
    all.add(rows("the same box", Condition.SAME_BOX, (r, p) -> four(5, 5, 20, 20)));
    all.add(
        rows(
            "right pinned",
            Condition.PINNED_SIDE,
            (r, p) -> four(r[0], r[1], 0.97 * p.width(), r[3])));
    all.add(rows("sides crossed", Condition.INVALID_BOXES, (r, p) -> four(r[2], r[1], r[0], r[3])));
    all.add(
        rows(
            "some rows not numbers",
            Condition.NOT_A_NUMBER,
            (r, p) -> r[0] < 0.2 * p.width() ? four(Double.NaN, r[1], r[2], r[3]) : r));
    return all;
  }

  /** Those that leave them healthy, though poorer. */
  public static List<Tampering> noise() {
    List<Tampering> all = new ArrayList<>();
    for (int pixels : new int[] {0, 1, 2, 4, 6}) {
      all.add(
          new Tampering(
              "noise of " + pixels + "% of the width",
              Set.of(),
              (rows, p) -> noisy(rows, pixels * p.width() / 100.0)));
    }
    return all;
  }

  private static Tampering rows(
      String kind, Condition right, BiFunction<double[], Predictions, double[]> change) {
    return new Tampering(
        kind, Set.of(right), (rows, p) -> rows.stream().map(row -> change.apply(row, p)).toList());
  }

  private static double[] four(double a, double b, double c, double d) {
    return new double[] {a, b, c, d};
  }

  private static double[] wrongSide(double[] r, Predictions p) {
    double wide = (double) p.width() / p.height();
    return four(r[0] / wide, r[1] * wide, r[2] / wide, r[3] * wide);
  }

  private static double[] softmax(double[] row, Predictions p) {
    double sum = 0;
    double[] shares = new double[4];
    for (int i = 0; i < 4; i++) {
      shares[i] = Math.exp(4 * row[i] / p.width());
      sum += shares[i];
    }
    for (int i = 0; i < 4; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private static List<double[]> shuffled(List<double[]> rows, Predictions p) {
    RandomStream random = new Seed(1).stream("shuffled");
    for (int i = rows.size() - 1; i > 0; i--) {
      Collections.swap(rows, i, (int) (random.nextDouble() * (i + 1)));
    }
    return rows;
  }

  private static List<double[]> noisy(List<double[]> rows, double pixels) {
    RandomStream random = new Seed(2).stream("noise");
    for (double[] row : rows) {
      for (int i = 0; i < 4; i++) {
        row[i] += pixels * (2 * random.nextDouble() - 1);
      }
    }
    return rows;
  }
}
