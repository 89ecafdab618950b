package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.Axis;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Mark;
import io.boxfit.bench.drawing.Sheet;
import io.boxfit.bench.drawing.Tint;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Verdict;
import io.boxfit.doctor.evidence.Restarts;
import java.util.ArrayList;
import java.util.List;

/** Conditions that show only beside other starts of the same recipe. */
final class StartScenes {
  private static final int OTHERS = 3;

  private StartScenes() {}

  static List<Scene> all() {
    return List.of(
        scene(Condition.UNLUCKY_START, TrainedScenes.RELU),
        scene(Condition.BAD_RECIPE, TrainedScenes.SOFTMAX));
  }

  private static Scene scene(Condition condition, TrainedScene trained) {
    return new Scene(
        condition,
        trained.caption() + "; the seeds 1 to " + (OTHERS + 1),
        stage -> {
          Training ill = trained.ill(stage);
          List<Training> others = new ArrayList<>();
          for (long seed = 2; seed < 2 + OTHERS; seed++) {
            others.add(stage.training(trained.base(), trained.change(), seed));
          }
          int learned =
              (int)
                  others.stream()
                      .filter(t -> Doctor.examine(t.evidence()).verdict() != Verdict.SICK)
                      .count();
          return new Shown(
              Doctor.examine(ill.evidence().with(new Restarts(OTHERS, learned))),
              new Sheet(Pictures.unseen(ill), starts(ill, others, stage.healthy(trained.base()))));
        });
  }

  private static Chart starts(Training ill, List<Training> others, Training well) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark.Curve(Curves.TWIN, Tint.TRUTH, Told.meanIou(well)));
    for (Training other : others) {
      String name = marks.size() == 1 ? OTHERS + " other starts" : "";
      marks.add(new Mark.Curve(name, Tint.TWIN, Told.meanIou(other)));
    }
    marks.add(new Mark.Curve("this start", Tint.PATIENT, Told.meanIou(ill)));
    return new Chart.Plot(
        "Mean IoU by step", Curves.steps(ill, well), Axis.linear("mean IoU", 0, 1), marks);
  }
}
