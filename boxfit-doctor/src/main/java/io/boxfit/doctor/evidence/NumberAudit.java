package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.doctor.reading.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Predictions as the numbers that stood in a file.
 *
 * @param rows four numbers each
 * @param truths in the same order, each with the size of its picture
 * @param reading how the rows are said to be read
 */
public record NumberAudit(List<double[]> rows, List<Truth> truths, Reading reading) {

  /** Copies the lists. */
  public NumberAudit {
    rows = List.copyOf(rows);
    truths = List.copyOf(truths);
  }

  /** Boxes in pixels as if they had stood in a file. */
  public static NumberAudit of(Predictions said) {
    return new NumberAudit(
        said.predicted().stream()
            .map(box -> new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()})
            .toList(),
        said.truth(),
        new Reading(Layout.XYXY, Scale.PIXELS),
        said.width(),
        said.height());
  }

  /** Of pictures of one size. */
  public NumberAudit(List<double[]> rows, List<Box> truth, Reading reading, int width, int height) {
    this(rows, truth.stream().map(box -> new Truth(box, width, height)).toList(), reading);
  }

  /** The predictions, read as they are said to be. */
  public Predictions asGiven() {
    return read(reading);
  }

  /**
   * The predictions, read in another way; of pictures of several sizes truths and predictions are
   * stretched to the middle size, as a network's input is, which changes no overlap. Where they
   * were not, boxes in shares would seem to follow the object as they follow the size.
   */
  public Predictions read(Reading other) {
    int width = width();
    int height = height();
    List<Box> truth = new ArrayList<>();
    List<Box> predicted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Truth own = truths.get(i);
      Box box = other.decode(rows.get(i), own.width(), own.height());
      truth.add(own.stretched(own.box(), width, height));
      predicted.add(own.stretched(box, width, height));
    }
    return new Predictions(truth, predicted, width, height);
  }

  /** The predictions, read as they are said to be, in the pixels of each picture itself. */
  public Predictions unstretched() {
    List<Box> predicted = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      predicted.add(reading.decode(rows.get(i), truths.get(i).width(), truths.get(i).height()));
    }
    return new Predictions(truths.stream().map(Truth::box).toList(), predicted, width(), height());
  }

  /** Of the pictures, px; of several sizes the middle one. */
  public int width() {
    return middle(Truth::width);
  }

  /** Of the pictures, px; of several sizes the middle one. */
  public int height() {
    return middle(Truth::height);
  }

  private int middle(ToIntFunction<Truth> extent) {
    return truths.stream().mapToInt(extent).sorted().skip(truths.size() / 2).findFirst().orElse(1);
  }

  /** One of the four columns. */
  public double[] column(int index) {
    return rows.stream().mapToDouble(row -> row[index]).toArray();
  }
}
