package io.boxfit.bench.doctor.page;

import static io.boxfit.bench.doctor.page.TrainedScene.changed;
import static io.boxfit.bench.doctor.page.TrainedScene.set;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.overlap.Giou;
import io.boxfit.core.overlap.Iou;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.evidence.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Conditions that one change to a training that works brings about. */
final class TrainedScenes {
  private static final Base STRIDED = Base.STRIDED;
  private static final String KERNEL = "initializer.kernel=";
  private static final String LARGE = "{randomNormal: {deviation: 1}}";
  private static final String ADAM = "optimizer={name: adam, learningRate: ";

  private static final String CORNER = "initializer.bias={constant: {value: -6}}";

  static final TrainedScene SOFTMAX =
      changed(
          STRIDED,
          "a softmax instead of the sigmoid at the end",
          Base.strided("softmax", "xyxy", ""));
  static final TrainedScene RELU =
      changed(
          STRIDED, "a ReLU instead of the sigmoid at the end", Base.strided("relu", "xyxy", ""));
  static final TrainedScene POOLED =
      changed(
          STRIDED,
          "global pooling instead of flatten before the dense layers",
          STRIDED.options().get(0).replace("flatten", "globalAveragePool2d"));
  private static final TrainedScene DROPOUT =
      changed(
          STRIDED,
          "dropout of 0.97 before the dense layers",
          Base.strided("sigmoid", "xyxy", "{dropout: {share: 0.97}}, "));
  private static final TrainedScene SMALL_KERNELS =
      set(STRIDED, KERNEL + "{randomNormal: {deviation: 0.00001}}");
  private static final TrainedScene LARGE_STEPS = set(STRIDED, ADAM + "0.1}");

  private TrainedScenes() {}

  static List<Scene> all() {
    return List.of(
        set(STRIDED, "loss=lnIou").shows(Condition.LOSS_TURNS_NAN, ill -> infinite()),
        set(STRIDED, KERNEL + "zeros").shows(Condition.ZERO_START, Curves::meanIou),
        SMALL_KERNELS.shows(
            Condition.FIRST_WEIGHTS_TOO_SMALL,
            (ill, well) -> Curves.updates(1, "as large as the weights", ill, well)),
        SMALL_KERNELS.shows(Condition.MEAN_BOX, TrainedScenes::across),
        set(STRIDED, KERNEL + LARGE)
            .shows(Condition.FIRST_WEIGHTS_TOO_LARGE, TrainedScenes::atTheBorder),
        SOFTMAX.shows(Condition.SOFTMAX_OUTPUT, TrainedScenes::sums),
        SOFTMAX.shows(Condition.ACCURACY_SAYS_NOTHING, TrainedScenes::accuracy),
        RELU.shows(
            Condition.DEAD_OUTPUT,
            ill -> Scatter.of("Where the top is", "top side, px", Box::yMin, 0, 50, ill)),
        set(Base.named("article's network, mse, Adadelta"), Base.adadelta(0.001))
            .shows(Condition.OPTIMIZER_DEFAULT, Curves::loss),
        LARGE_STEPS.shows(Condition.LEARNING_RATE_TOO_HIGH, Curves::loss),
        LARGE_STEPS.shows(Condition.SATURATED_OUTPUT, TrainedScenes::atTheBorder),
        set(STRIDED, ADAM + "0.000001}")
            .shows(
                Condition.LEARNING_RATE_TOO_LOW,
                (ill, well) -> Curves.updates(1e-4, "too slow below", ill, well)),
        changed(
                Base.named("strided network, batch norm, mse, Adam"),
                "batch norm's momentum 0.99 instead of 0.9",
                Base.strided("sigmoid", "xyxy", "{batchNorm: {momentum: 0.99}}, "))
            .beside(Base.strided("sigmoid", "xyxy", "{batchNorm: {momentum: 0.9}}, "))
            .shows(Condition.BATCH_NORM_NOT_SETTLED, Curves::meanIou),
        set(STRIDED, "loss=giou").shows(Condition.CROSSING_SIDES, TrainedScenes::invalid),
        set(STRIDED, "loss=ciou").shows(Condition.FILLS_PICTURE, TrainedScenes::area),
        changed(
                Base.named("strided network, GIoU on centre and size, Adam"),
                "`loss=iou`, and first boxes in a corner (`" + CORNER + "`)",
                "loss=iou",
                CORNER)
            .shows(Condition.LOSS_WITHOUT_OVERLAP, ill -> flat()),
        set(STRIDED, "loss=guardedLnIou").shows(Condition.DEAD_GRADIENT, Curves::gradient),
        changed(STRIDED, "eight layers of sigmoid", deep("sigmoid"))
            .shows(
                Condition.VANISHING_GRADIENT,
                (ill, well) -> Curves.flow(1e-3, "vanishes below", ill, well)),
        changed(
                STRIDED,
                "eight layers of tanh, and `" + KERNEL + LARGE + "`",
                deep("tanh"),
                KERNEL + LARGE)
            .shows(
                Condition.EXPLODING_GRADIENT,
                (ill, well) -> Curves.flow(70, "explodes above", ill, well)),
        set(
                Base.named("strided network, no activation at the end, mse, Adam"),
                "optimizer={name: sgd, learningRate: 0.3}")
            .shows(Condition.NOT_A_NUMBER, Curves::loss),
        DROPOUT.shows(Condition.NO_SKILL, Curves::baseline),
        DROPOUT.shows(Condition.DROPOUT_TOO_HIGH, TrainedScenes::across),
        changed(
                STRIDED,
                "two units instead of 64 before the last layer",
                STRIDED.options().get(0).replace("units: 64", "units: 2"))
            .shows(Condition.HEAD_TOO_SMALL, Curves::meanIou),
        POOLED.shows(Condition.POSITION_LOST, TrainedScenes::across),
        changed(
                STRIDED,
                "50 letters, 60 epochs",
                "data.trainCount=100",
                "data.validationShare=0.5",
                "epochs=60",
                "batchSize=10",
                "earlyStopping={patience: 100, monitor: validationIou}")
            .shows(Condition.TOO_LITTLE_DATA, TrainedScenes::keptBack),
        set(STRIDED, "data.trainCount=3500")
            .shows(Condition.TOWARD_THE_MEAN, TrainedScenes::across),
        set(STRIDED, "data.trainCount=7000").shows(Condition.TOO_FEW_EPOCHS, Curves::meanIou),
        changed(
                STRIDED,
                "38 epochs on 600 letters, in batches of 20 and at a rate of 0.003",
                "data.trainCount=1200",
                "data.validationShare=0.5",
                "epochs=38",
                "batchSize=20",
                ADAM + "0.003}",
                "earlyStopping={patience: 100, monitor: validationIou}")
            .shows(Condition.OVERFITTING, TrainedScenes::keptBack));
  }

  /** Two convolutions and six dense layers, one activation behind each. */
  private static String deep(String activation) {
    String dense = "{dense: {units: 64}}, " + activation + ", ";
    return "network=[{conv2d: {filters: 8, kernel: 5, stride: 2}}, "
        + activation
        + ", {conv2d: {filters: 16, kernel: 3, stride: 2}}, "
        + activation
        + ", flatten, "
        + dense.repeat(6)
        + "{dense: {units: 4}}, sigmoid, {boxHead: {format: xyxy, unit: relative}}]";
  }

  private static Chart across(Training ill) {
    return Scatter.of(
        "Where the box is, across", "centre of the box, px", Box::centerX, 0, 100, ill);
  }

  private static Chart atTheBorder(Training ill, Training well) {
    return Curves.share(
        "Sides at the picture's border",
        "share of the predicted sides",
        TrainedScenes::bordering,
        ill,
        well);
  }

  private static double bordering(Predictions p) {
    return p.predicted().stream()
            .mapToInt(
                box ->
                    (end(box.xMin() / p.width()) ? 1 : 0)
                        + (end(box.yMin() / p.height()) ? 1 : 0)
                        + (end(box.xMax() / p.width()) ? 1 : 0)
                        + (end(box.yMax() / p.height()) ? 1 : 0))
            .sum()
        / (4.0 * p.size());
  }

  /** As the doctor judges it. */
  private static boolean end(double share) {
    return Math.abs(share) <= 0.005 || Math.abs(share - 1) <= 0.005;
  }

  private static Chart invalid(Training ill, Training well) {
    return Curves.share(
        "Boxes whose sides are crossed",
        "share of the predicted boxes",
        p -> p.predicted().stream().filter(b -> !b.isProper()).count() / (double) p.size(),
        ill,
        well);
  }

  private static Chart area(Training ill, Training well) {
    return Curves.share(
        "How much of the picture the box covers",
        "mean share of the picture",
        p ->
            p.predicted().stream().mapToDouble(Box::area).average().orElse(0)
                / p.width()
                / p.height(),
        ill,
        well);
  }

  /** Four shares that a softmax made sum to one. */
  private static Chart sums(Training ill, Training well) {
    return Curves.marks(
        "The four numbers of each box, added up",
        Axis.linear("picture", 0, ill.predictions().size()),
        Axis.linear("left + top + right + bottom, as shares", 0, 4),
        new Mark.Dots(Curves.TWIN, Tint.TWIN, added(well.predictions())),
        new Mark.Dots(Curves.THIS, Tint.PATIENT, added(ill.predictions())));
  }

  private static List<Point> added(Predictions p) {
    List<Point> points = new ArrayList<>();
    for (Box box : p.predicted()) {
      points.add(
          new Point(
              points.size(),
              (box.xMin() + box.xMax()) / p.width() + (box.yMin() + box.yMax()) / p.height()));
    }
    return points;
  }

  private static Chart accuracy(Training ill) {
    Metrics metrics = ill.predictions().metrics();
    return new Chart.Bars(
        "What the figures say of the same boxes",
        Axis.linear("share of the pictures, or mean", 0, 1),
        List.of(
            new Chart.Bar("Keras's accuracy", Tint.TWIN, metrics.kerasAccuracy()),
            new Chart.Bar("mean IoU", Tint.PATIENT, metrics.meanIou()),
            new Chart.Bar("pictures with an IoU of 0.5 or more", Tint.PATIENT, metrics.iouAt50())));
  }

  private static Chart infinite() {
    return moved("-ln(IoU)", iou -> iou > 0 ? -Math.log(iou) : Double.NaN, "no number", 6);
  }

  private static Chart flat() {
    return moved("1 − IoU", iou -> 1 - iou, "no slope", 1.6);
  }

  /** What a loss of the IoU says of a box as wide as its object that is moved away from it. */
  private static Chart moved(String name, DoubleUnaryOperator loss, String beyond, double most) {
    double width = 10;
    Box object = new Box(0, 0, width, 14);
    List<Point> points = new ArrayList<>();
    List<Point> pulling = new ArrayList<>();
    for (int i = 0; i <= 400; i++) {
      double way = i * 2 * width / 400;
      Box box = new Box(way, 0, way + width, 14);
      points.add(new Point(way, loss.applyAsDouble(new Iou().of(box, object))));
      pulling.add(new Point(way, 1 - new Giou().of(box, object)));
    }
    return Curves.marks(
        "The loss of a box that is moved off its object",
        Axis.linear("moved by, px (the object is 10 px wide)", 0, 2 * width),
        Axis.linear("loss", 0, most),
        new Mark.Curve("1 − GIoU", Tint.TWIN, pulling),
        new Mark.Guide(
            "no overlap from here on: " + beyond,
            Tint.BOUND,
            new Point(width, 0),
            new Point(width, most)),
        new Mark.Curve(name, Tint.PATIENT, points));
  }

  private static Chart keptBack(Training ill) {
    List<Point> kept = new ArrayList<>();
    List<Point> trained = new ArrayList<>();
    ill.trace()
        .epochs()
        .forEach(
            epoch -> {
              kept.add(new Point(epoch.epoch(), epoch.validationIou().orElse(Double.NaN)));
              trained.add(
                  new Point(
                      epoch.epoch(), epoch.meanLoss() / ill.trace().epochs().get(0).meanLoss()));
            });
    return Curves.marks(
        "Better by heart, worse on others",
        Axis.linear("epoch", 0, ill.trace().epochs().size()),
        Axis.linear("mean IoU, or share of the first loss", 0, 1),
        new Mark.Curve("loss in training", Tint.TWIN, trained),
        new Mark.Curve("mean IoU on letters kept back", Tint.PATIENT, kept));
  }
}
