package io.boxfit.bench.doctor.page;

import static io.boxfit.bench.doctor.page.TrainedScene.changed;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.core.box.Box;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.evidence.Predictions;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Conditions that come of the samples which a training was given. */
final class GivenScenes {
  private GivenScenes() {}

  static List<Scene> all() {
    return List.of(
        changed(
                Base.STRIDED,
                "every other picture is mirrored, left and right, and its box is not",
                "samples=MIRRORED")
            .shows(
                Condition.MIRRORED_ALONE,
                Pictures::givenAndUnseen,
                (ill, well) -> centres(ill.predictions())),
        changed(Base.STRIDED, "each picture has another picture's box", "samples=SHUFFLED")
            .shows(Condition.TRUTH_MISMATCH, Pictures::givenAndUnseen, GivenScenes::standing));
  }

  /** Across beside down. */
  private static Chart centres(Predictions said) {
    return new Chart.Plot(
        "Where the centre of the box is",
        Axis.linear("true centre, share of the picture", 0, 1),
        Axis.linear("predicted centre, share of the picture", 0, 1),
        List.of(
            new Mark.Guide("right", Tint.TRUTH, new Point(0, 0), new Point(1, 1)),
            new Mark.Dots(
                "down: follows",
                Tint.TWIN,
                Scatter.points(box -> box.centerY() / said.height(), said)),
            new Mark.Dots(
                "across: stays in the middle",
                Tint.PATIENT,
                Scatter.points(box -> box.centerX() / said.width(), said))));
  }

  private static Chart standing(Training ill, Training well) {
    return Curves.loss(costOfTheMean(ill.predictions()), "what the mean box costs", ill, well);
  }

  /** Mean square of what is left of the sides, as shares of the picture, beside their means. */
  private static double costOfTheMean(Predictions said) {
    return (variance(said, Box::xMin, said.width())
            + variance(said, Box::yMin, said.height())
            + variance(said, Box::xMax, said.width())
            + variance(said, Box::yMax, said.height()))
        / 4;
  }

  private static double variance(Predictions said, ToDoubleFunction<Box> side, double whole) {
    double mean = said.truth().stream().mapToDouble(side).average().orElseThrow();
    return said.truth().stream()
        .mapToDouble(box -> Math.pow((side.applyAsDouble(box) - mean) / whole, 2))
        .average()
        .orElseThrow();
  }
}
