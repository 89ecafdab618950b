package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Trained;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.box.Box;
import io.boxfit.doctor.evidence.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A number of the predicted boxes over the same of the true ones. */
final class Scatter {
  private Scatter() {}

  /**
   * A dot a picture, and the line on which they lie where the network is right.
   *
   * @param title of the chart
   * @param name of the number, with its unit
   * @param number of a box
   * @param least end of the axis of what is predicted
   * @param most other end, and that of both axes
   */
  static Chart of(
      String title,
      String name,
      ToDoubleFunction<Box> number,
      double least,
      double most,
      Predictions predictions) {
    return new Chart.Plot(
        title,
        Axis.linear("true " + name, 0, most),
        Axis.linear("predicted " + name, least, most),
        List.of(
            new Mark.Guide("right", Tint.TRUTH, new Point(0, 0), new Point(most, most)),
            new Mark.Dots("a picture", Tint.PATIENT, points(number, predictions))));
  }

  /** The same of what a training says at its end. */
  static Chart of(
      String title,
      String name,
      ToDoubleFunction<Box> number,
      double least,
      double most,
      Trained training) {
    return of(title, name, number, least, most, training.predictions());
  }

  /** The same beside what the twin says. */
  static Chart of(
      String title,
      String name,
      ToDoubleFunction<Box> number,
      double most,
      Trained ill,
      Trained well) {
    return new Chart.Plot(
        title,
        Axis.linear("true " + name, 0, most),
        Axis.linear("predicted " + name, 0, most),
        List.of(
            new Mark.Guide("right", Tint.TRUTH, new Point(0, 0), new Point(most, most)),
            new Mark.Dots(Curves.TWIN, Tint.TWIN, points(number, well.predictions())),
            new Mark.Dots(Curves.THIS, Tint.PATIENT, points(number, ill.predictions()))));
  }

  /** A dot a picture. */
  static List<Point> points(ToDoubleFunction<Box> number, Predictions predictions) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < predictions.size(); i++) {
      points.add(
          new Point(
              number.applyAsDouble(predictions.truth().get(i)),
              number.applyAsDouble(predictions.predicted().get(i))));
    }
    return points;
  }
}
