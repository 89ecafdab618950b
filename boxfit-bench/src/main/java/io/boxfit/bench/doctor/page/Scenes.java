package io.boxfit.bench.doctor.page;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All scenes, one a condition; what a page shows must be had from trainings of Boxfit itself. */
final class Scenes {
  private static final List<Scene> ALL =
      Stream.of(TrainedScenes.all(), PredictedScenes.all(), StartScenes.all(), NetworkScenes.all())
          .flatMap(List::stream)
          .toList();

  private Scenes() {}

  static List<Scene> all() {
    return ALL;
  }

  /** That of a condition, where there is one. */
  static Optional<Scene> of(Condition condition) {
    return ALL.stream().filter(scene -> scene.condition() == condition).findFirst();
  }
}
