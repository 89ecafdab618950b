package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.Tampering;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Sheet;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.doctor.evidence.Side;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Conditions that show in predictions alone: those of a good training, one thing done to them. */
final class PredictedScenes {
  private static final Base BASE = Base.STRIDED;
  private static final List<String> LONGER = List.of("epochs=4");
  private static final int FEW = 6;

  private PredictedScenes() {}

  static List<Scene> all() {
    return List.of(
        scene(Condition.SHIFTED_ROWS, "rows moved by 1", PredictedScenes::shifts),
        scene(Condition.WRONG_READING, "x and y swapped", PredictedScenes::readings),
        scene(
            Condition.SHUFFLED_TRUTH,
            "rows shuffled",
            audit ->
                Scatter.of(
                    "Where the box is, across",
                    "centre of the box, px",
                    Box::centerX,
                    0,
                    100,
                    audit.asGiven())),
        scene(Condition.IGNORES_PICTURE, "rows moved by 3", PredictedScenes::tracking),
        scene(
            Condition.PINNED_SIDE,
            "right pinned",
            audit ->
                Scatter.of(
                    "Where the right side is",
                    "right side, px",
                    Box::xMax,
                    0,
                    100,
                    audit.asGiven())),
        scene(
            Condition.SAME_BOX,
            "the same box",
            audit ->
                Scatter.of(
                    "Where the box is, across",
                    "centre of the box, px",
                    Box::centerX,
                    0,
                    100,
                    audit.asGiven())),
        scene(
            Condition.INVALID_BOXES,
            "sides crossed",
            audit ->
                Scatter.of(
                    "How wide the box is", "width, px", Box::width, -20, 20, audit.asGiven())),
        scene(
            Condition.ONE_AXIS_ONLY,
            new Tampering(
                "top and bottom of the next row", Set.of(), (rows, said) -> heightsOfTheNext(rows)),
            audit ->
                Scatter.of(
                    "Where the box is, down",
                    "centre of the box, px",
                    Box::centerY,
                    0,
                    50,
                    audit.asGiven())),
        few());
  }

  private static List<double[]> heightsOfTheNext(List<double[]> rows) {
    List<double[]> changed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double[] next = rows.get((i + 1) % rows.size());
      changed.add(new double[] {rows.get(i)[0], next[1], rows.get(i)[2], next[3]});
    }
    return changed;
  }

  private static Scene scene(
      Condition condition, String tampering, Function<NumberAudit, Chart> chart) {
    return scene(condition, Tampering.named(tampering), chart);
  }

  private static Scene scene(
      Condition condition, Tampering how, Function<NumberAudit, Chart> chart) {
    return new Scene(
        condition,
        caption(how.kind()),
        stage -> {
          Training training = stage.training(BASE, LONGER, 1);
          NumberAudit audit = how.of(training.predictions());
          return new Shown(
              Doctor.examine(Evidence.of(audit)),
              new Sheet(
                  Pictures.probed(training, audit.asGiven().predicted()), chart.apply(audit)));
        });
  }

  private static String caption(String tampering) {
    return "Real predictions of a training that works ("
        + BASE.name()
        + ", four epochs) on letters of half size, one change: "
        + tampering;
  }

  private static Scene few() {
    return new Scene(
        Condition.TOO_FEW_SAMPLES,
        caption("all but six left out"),
        stage -> {
          Training training = stage.training(BASE, LONGER, 1);
          Predictions said = training.predictions();
          Predictions six =
              new Predictions(
                  said.truth().subList(0, FEW),
                  said.predicted().subList(0, FEW),
                  said.width(),
                  said.height());
          NumberAudit audit = Tampering.noise().get(0).of(six);
          return new Shown(
              Doctor.examine(Evidence.of(audit)),
              new Sheet(
                  Pictures.probed(training, said.predicted()), judgements(training.predictions())));
        });
  }

  /** What a mean over the first pictures would have been, for some orders of the pictures. */
  private static Chart judgements(Predictions said) {
    RandomStream random = new Seed(1).stream("orders");
    List<Mark> marks = new ArrayList<>();
    for (int order = 0; order < 20; order++) {
      List<Point> points = new ArrayList<>();
      double sum = 0;
      int count = 0;
      for (int i : random.permutation(said.size())) {
        sum += new Iou().of(said.predicted().get(i), said.truth().get(i));
        count++;
        points.add(new Point(count, sum / count));
      }
      marks.add(
          new Mark.Curve(order == 0 ? "the same pictures in 20 orders" : "", Tint.TWIN, points));
    }
    marks.add(
        new Mark.Guide("so many were shown", Tint.PATIENT, new Point(FEW, 0), new Point(FEW, 1)));
    return new Chart.Plot(
        "Mean IoU of so many pictures",
        new Axis("pictures", 1, said.size(), true),
        Axis.linear("their mean IoU", 0, 1),
        marks);
  }

  private static Chart shifts(NumberAudit audit) {
    List<Chart.Bar> bars = new ArrayList<>();
    Predictions given = audit.asGiven();
    int count = given.size();
    for (int shift = -3; shift <= 3; shift++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum +=
            new Iou()
                .of(given.predicted().get(Math.floorMod(i + shift, count)), given.truth().get(i));
      }
      String name =
          shift == 0
              ? "as they stand"
              : Math.abs(shift) + " further " + (shift > 0 ? "down" : "up");
      bars.add(new Chart.Bar(name, shift == 0 ? Tint.PATIENT : Tint.TWIN, sum / count));
    }
    return new Chart.Bars(
        "Which row of predictions fits", Axis.linear("mean IoU with the truth", 0, 1), bars);
  }

  private static Chart readings(NumberAudit audit) {
    Map<Layout, String> names =
        Map.of(
            Layout.XYXY, "left, top, right, bottom: as said",
            Layout.YXYX, "top, left, bottom, right",
            Layout.XYWH, "left, top, width, height",
            Layout.CXCYWH, "centre and size",
            Layout.XXYY, "left, right, top, bottom");
    List<Chart.Bar> bars = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      if (names.containsKey(layout)) {
        bars.add(
            new Chart.Bar(
                names.get(layout),
                layout == Layout.XYXY ? Tint.PATIENT : Tint.TWIN,
                audit.read(new Reading(layout, Scale.PIXELS)).metrics().meanIou()));
      }
    }
    return new Chart.Bars(
        "The same four numbers, read as ...", Axis.linear("mean IoU with the truth", 0, 1), bars);
  }

  private static Chart tracking(NumberAudit audit) {
    List<Chart.Bar> bars = new ArrayList<>();
    for (Side side : Side.values()) {
      bars.add(bar(side, "", Tint.PATIENT, audit.asGiven()));
      bars.add(bar(side, ", of a network that looks", Tint.TWIN, looking(audit)));
    }
    return new Chart.Bars(
        "Does the side go with the object?", Axis.linear("correlation with the truth", 0, 1), bars);
  }

  private static Chart.Bar bar(Side side, String words, Tint tint, Predictions said) {
    return new Chart.Bar(
        side.words() + words, tint, Math.max(0, side.of(said.metrics().tracking())));
  }

  /** The rows as they stood before they were moved by 3. */
  private static Predictions looking(NumberAudit audit) {
    Predictions given = audit.asGiven();
    List<Box> moved = new ArrayList<>(given.predicted());
    Collections.rotate(moved, -3);
    return new Predictions(given.truth(), moved, given.width(), given.height());
  }
}
