package io.boxfit.bench.doctor.page;

import io.boxfit.doctor.diagnosis.Condition;
import java.util.List;
import java.util.stream.Stream;

/** All scenes, one a condition; what a page shows is had from real trainings. */
final class Scenes {
  private static final List<Scene> ALL =
      Stream.of(
              TrainedScenes.all(),
              StalledScenes.all(),
              GivenScenes.all(),
              PredictedScenes.all(),
              StartScenes.all(),
              NetworkScenes.all(),
              PyTorchScenes.all())
          .flatMap(List::stream)
          .toList();

  private Scenes() {}

  static List<Scene> all() {
    return ALL;
  }

  /** That of a condition. */
  static Scene of(Condition condition) {
    return ALL.stream().filter(scene -> scene.condition() == condition).findFirst().orElseThrow();
  }
}
