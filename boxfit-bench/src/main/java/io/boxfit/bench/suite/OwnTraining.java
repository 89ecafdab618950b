package io.boxfit.bench.suite;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.BatchPart;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.loop.TrainingListener;
import io.boxfit.train.run.RunFolder;
import io.boxfit.train.run.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The beginning of a real run, trace and all, with a clock beside it.
 *
 * <p>All measured steps lie before the first probe and the first checkpoint after the start; a run
 * has sixteen of them, which take about a hundredth of its time.
 */
final class OwnTraining {
  private final Recipe recipe;
  private final int steps;
  private final TrainingData data;
  private final Path scratch;

  /**
   * @param training run from its start in each round
   * @param data drawn on the fly, or held in memory
   * @param scratch for run folders
   */
  OwnTraining(MeasuredTraining training, TrainingData data, Path scratch) {
    this.recipe = training.recipe();
    this.steps = training.steps();
    this.data = data;
    this.scratch = scratch;
  }

  /** The same samples held in memory, so many batches of them. */
  static TrainingData cached(TrainingData data, int batches) {
    List<BatchPart> parts =
        data.parts().stream()
            .map(
                part ->
                    new BatchPart(
                        part.name(),
                        CachedSamples.of(part.dataset(), batches * part.perBatch()),
                        part.perBatch()))
            .toList();
    return new TrainingData(parts, data.probe(), data.probeSplit(), data.digest() + " cached");
  }

  /** Images trained a second, in one round. */
  double imagesPerSecond() {
    Clock clock = new Clock(steps);
    TrainingRun.begin(freshFolder(), recipe, data, ShortRun.VERSION)
        .train(List.of(clock), () -> clock.end != 0);
    return steps * recipe.batchSize() / ((clock.end - clock.begin) / 1e9);
  }

  private RunFolder freshFolder() {
    try {
      return RunFolder.create(Files.createTempDirectory(scratch, "round"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a folder in " + scratch, e);
    }
  }

  private static final class Clock implements TrainingListener {
    private final int steps;
    private long begin;
    private long end;

    Clock(int steps) {
      this.steps = steps;
    }

    @Override
    public void on(TraceEvent event) {
      if (event instanceof TraceEvent.Step step) {
        if (step.step() == MeasuredTraining.WARM_UP) {
          begin = System.nanoTime();
        } else if (step.step() == MeasuredTraining.WARM_UP + steps) {
          end = System.nanoTime();
        }
      }
    }
  }
}
