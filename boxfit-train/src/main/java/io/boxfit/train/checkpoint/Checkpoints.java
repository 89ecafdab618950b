package io.boxfit.train.checkpoint;

import java.util.Optional;

/** Where a training saves how it stands. */
public interface Checkpoints {

  /** For a training that is short enough to begin again. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public void save(TrainingState state, boolean best) {}

        @Override
        public Optional<Long> newestStep() {
          return Optional.empty();
        }
      };

  /**
   * Saves where a training stands.
   *
   * @param best whether its probe was the best so far
   * @throws java.io.UncheckedIOException if there is no room or no permission; older checkpoints
   *     stand
   */
  void save(TrainingState state, boolean best);

  /** The step of the newest checkpoint. */
  Optional<Long> newestStep();
}
