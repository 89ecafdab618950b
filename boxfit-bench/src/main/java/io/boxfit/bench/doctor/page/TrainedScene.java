package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.Training;
import io.boxfit.bench.drawing.BoxPicture;
import io.boxfit.bench.drawing.Chart;
import io.boxfit.bench.drawing.Sheet;
import io.boxfit.doctor.Doctor;
import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A training that works, and one change to it.
 *
 * @param base that works
 * @param words what is changed, in Markdown
 * @param change to the recipe
 * @param twin what the twin, which does well, has changed, too
 */
record TrainedScene(Base base, String words, List<String> change, List<String> twin) {

  /** One setting, which is words enough. */
  static TrainedScene set(Base base, String change) {
    return new TrainedScene(base, "`" + change + "`", List.of(change), List.of());
  }

  /** A change that takes too long to tell as a setting. */
  static TrainedScene changed(Base base, String words, String... change) {
    return new TrainedScene(base, words, List.of(change), List.of());
  }

  /** The same beside another twin. */
  TrainedScene beside(String... other) {
    return new TrainedScene(base, words, change, List.of(other));
  }

  /** The training. */
  Training ill(Stage stage) {
    return stage.training(base, change, 1);
  }

  /** Shown beside its twin. */
  Scene shows(Condition condition, BiFunction<Training, Training, Chart> chart) {
    return shows(condition, Pictures::unseen, chart);
  }

  /** Shown beside its twin, by other pictures than those it never saw. */
  Scene shows(
      Condition condition,
      Function<Training, List<BoxPicture>> pictures,
      BiFunction<Training, Training, Chart> chart) {
    return new Scene(
        condition,
        caption(),
        stage -> {
          Training ill = ill(stage);
          Training well = stage.training(base, twin, 1);
          return new Shown(
              Doctor.examine(ill.evidence()),
              new Sheet(pictures.apply(ill), chart.apply(ill, well)));
        });
  }

  /** Shown alone. */
  Scene shows(Condition condition, Function<Training, Chart> chart) {
    return new Scene(
        condition,
        caption(),
        stage -> {
          Training ill = ill(stage);
          return new Shown(
              Doctor.examine(ill.evidence()), new Sheet(Pictures.unseen(ill), chart.apply(ill)));
        });
  }

  /** What was trained, one line. */
  String caption() {
    return "A real training on letters of half size: " + base.name() + ", one change: " + words;
  }
}
