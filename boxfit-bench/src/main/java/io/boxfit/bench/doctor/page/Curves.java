package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Trained;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.trace.TraceEvent.LayerState;
import io.boxfit.doctor.evidence.Predictions;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Curves over the steps of a training and of its twin without the fault. */
final class Curves {
  static final String THIS = "this training";
  static final String TWIN = "without the change";

  private Curves() {}

  /** Mean IoU of the predicted boxes. */
  static Chart meanIou(Trained ill, Trained well) {
    return linear("Mean IoU by step", "mean IoU", 1, ill, well, Told::meanIou);
  }

  /** Mean IoU beside that of one box for every picture. */
  static Chart baseline(Training ill, Trained well) {
    double constant = ill.result().metrics().constantBaseline();
    return marks(
        "Mean IoU by step",
        steps(ill, well),
        Axis.linear("mean IoU", 0, 1),
        twin(well, Told::meanIou),
        level("the best one box for every picture", constant, ill, well),
        patient(ill, Told::meanIou));
  }

  /** The loss of each batch, by its logarithm. */
  static Chart loss(Trained ill, Trained well) {
    return logarithmic("Loss by step", "loss of the batch", ill, well, Told::losses);
  }

  /** The loss of each batch beside a bound that matters. */
  static Chart loss(double bound, String meaning, Trained ill, Trained well) {
    return bounded("Loss by step", "loss of the batch", bound, meaning, ill, well, Told::losses);
  }

  /** How much of a layer gets no gradient: of that before the last with the largest share. */
  static Chart dead(Trained ill, Trained well) {
    return linear(
        "Units that get no gradient",
        "largest share of a layer before the last",
        1,
        ill,
        well,
        training ->
            Told.layers(
                training,
                layers ->
                    layers.subList(0, layers.size() - 1).stream()
                        .mapToDouble(layer -> layer.deadShare().orElse(0))
                        .max()
                        .orElse(0)));
  }

  /** A share of the predicted boxes, or of the picture. */
  static Chart share(
      String title, String label, ToDoubleFunction<Predictions> figure, Trained ill, Trained well) {
    return linear(title, label, 1, ill, well, t -> Told.probes(t, figure));
  }

  /** How far each step moves the layer that moves most, in shares of its weights. */
  static Chart updates(double bound, String meaning, Trained ill, Trained well) {
    Function<Trained, List<Point>> moves =
        training ->
            Told.layers(
                training,
                layers ->
                    layers.stream().mapToDouble(LayerState::updateRatio).max().orElse(Double.NaN));
    return bounded(
        "How far a step moves the weights",
        "largest step of a layer / its weights",
        bound,
        meaning,
        ill,
        well,
        moves);
  }

  /** The gradient of the first layer over that of the last. */
  static Chart flow(double bound, String meaning, Trained ill, Trained well) {
    Function<Trained, List<Point>> flows =
        training ->
            Told.layers(
                training,
                layers ->
                    layers.get(0).gradientNorm() / layers.get(layers.size() - 1).gradientNorm());
    return bounded(
        "Gradient of the first layer / of the last",
        "ratio of their norms",
        bound,
        meaning,
        ill,
        well,
        flows);
  }

  /** The gradient of all layers together. */
  static Chart gradient(Trained ill, Trained well) {
    Function<Trained, List<Point>> norms =
        training ->
            Told.layers(
                training,
                layers ->
                    Math.sqrt(
                        layers.stream()
                            .mapToDouble(layer -> layer.gradientNorm() * layer.gradientNorm())
                            .sum()));
    double most =
        Stream.of(ill, well)
            .flatMap(training -> norms.apply(training).stream())
            .mapToDouble(Point::y)
            .filter(Double::isFinite)
            .max()
            .orElse(1);
    return linear("Length of the gradient by step", "norm over all layers", most, ill, well, norms);
  }

  private static Chart linear(
      String title,
      String label,
      double most,
      Trained ill,
      Trained well,
      Function<Trained, List<Point>> told) {
    return marks(
        title, steps(ill, well), Axis.linear(label, 0, most), twin(well, told), patient(ill, told));
  }

  private static Chart logarithmic(
      String title, String label, Trained ill, Trained well, Function<Trained, List<Point>> told) {
    return marks(
        title,
        steps(ill, well),
        Axis.logarithmic(label, numbers(ill, well, told)),
        twin(well, told),
        patient(ill, told));
  }

  private static Chart bounded(
      String title,
      String label,
      double bound,
      String meaning,
      Trained ill,
      Trained well,
      Function<Trained, List<Point>> told) {
    return marks(
        title,
        steps(ill, well),
        Axis.logarithmic(
            label, DoubleStream.concat(numbers(ill, well, told), DoubleStream.of(bound))),
        twin(well, told),
        level(meaning, bound, ill, well),
        patient(ill, told));
  }

  static Chart marks(String title, Axis x, Axis y, Mark... marks) {
    return new Chart.Plot(title, x, y, List.of(marks));
  }

  private static DoubleStream numbers(
      Trained ill, Trained well, Function<Trained, List<Point>> told) {
    return Stream.of(ill, well)
        .flatMap(training -> told.apply(training).stream())
        .mapToDouble(Point::y);
  }

  static Axis steps(Trained ill, Trained well) {
    return Axis.linear("step", 0, (double) Math.max(Told.last(ill), Told.last(well)));
  }

  private static Mark patient(Trained ill, Function<Trained, List<Point>> told) {
    return new Mark.Curve(THIS, Tint.PATIENT, told.apply(ill));
  }

  private static Mark twin(Trained well, Function<Trained, List<Point>> told) {
    return new Mark.Curve(TWIN, Tint.TWIN, told.apply(well));
  }

  private static Mark level(String name, double height, Trained ill, Trained well) {
    double end = Math.max(Told.last(ill), Told.last(well));
    return new Mark.Guide(name, Tint.BOUND, new Point(0, height), new Point(end, height));
  }
}
