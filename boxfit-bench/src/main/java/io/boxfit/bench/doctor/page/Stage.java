package io.boxfit.bench.doctor.page;

import io.boxfit.bench.doctor.Base;
import io.boxfit.bench.doctor.Training;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Trainings that scenes share: each is run once, on the calling thread. */
final class Stage {
  private final Map<String, Training> done = new HashMap<>();

  /** A training that works. */
  Training healthy(Base base) {
    return training(base, List.of(), 1);
  }

  /**
   * A training.
   *
   * @param change to the recipe
   * @param seed of the start
   */
  Training training(Base base, List<String> change, long seed) {
    String key = base.name() + " " + change + " " + seed;
    Training known = done.get(key);
    if (known == null) {
      known = Training.of(base.recipe(seed, change));
      done.put(key, known);
    }
    return known;
  }
}
