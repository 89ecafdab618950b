package io.boxfit.bench.doctor.page;

import static io.boxfit.bench.doctor.page.TrainedScene.changed;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Point;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;

/** Conditions in which something stands still that should go on. */
final class StalledScenes {
  private static final String LAYERS = Base.STRIDED.options().get(0);
  private static final String[] SHORT = {
    "data.trainCount=1250", "data.validationShare=0.2", "epochs=40"
  };

  private StalledScenes() {}

  static List<Scene> all() {
    return List.of(
        changed(
                Base.STRIDED,
                "a ReLU behind the first dense layer, whose biases start at -50",
                LAYERS.replace(
                    "{dense: {units: 64}}, {leakyRelu: {slope: 0.2}}",
                    "{dense: {units: 64, biasInitializer: {constant: {value: -50}}}}, relu"))
            .shows(Condition.DEAD_UNITS, Curves::dead),
        changed(
                Base.STRIDED,
                "40 epochs of 1000 letters, and `earlyStopping={patience: 0, minDelta: 0.05,"
                    + " monitor: validationIou}`",
                SHORT[0],
                SHORT[1],
                SHORT[2],
                "earlyStopping={patience: 0, minDelta: 0.05, monitor: validationIou}")
            .beside(SHORT)
            .shows(Condition.STOPPED_TOO_EARLY, StalledScenes::stopped));
  }

  private static Chart stopped(Training ill, Training well) {
    double end = (double) Told.last(ill);
    return Curves.marks(
        "Mean IoU by step",
        Curves.steps(ill, well),
        Axis.linear("mean IoU", 0, 1),
        new Mark.Curve("without the early stop", Tint.TWIN, Told.meanIou(well)),
        new Mark.Guide("the early stop", Tint.BOUND, new Point(end, 0), new Point(end, 1)),
        new Mark.Curve(Curves.THIS, Tint.PATIENT, Told.meanIou(ill)));
  }
}
