package io.boxfit.search.study;

import io.boxfit.core.trace.TraceEvent;
import io.boxfit.search.trial.Trial;
import io.boxfit.search.trial.TrialRunner;
import io.boxfit.train.loop.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Runs the trials of a study that its journal lacks, several at once, each on one thread. What a
 * trial finds does not depend on its neighbours, nor on the order.
 */
public final class StudyRunner {
  private final Study study;
  private final Journal journal;
  private final LongConsumer progress;
  private final BooleanSupplier stopRequested;

  /**
   * @param progress is told pictures that were trained, or need not be any more; from several
   *     threads
   * @param stopRequested asked between steps
   */
  public StudyRunner(
      Study study, Journal journal, LongConsumer progress, BooleanSupplier stopRequested) {
    this.study = study;
    this.journal = journal;
    this.progress = progress;
    this.stopRequested = stopRequested;
  }

  /**
   * Runs what is missing.
   *
   * @param workers trials at once
   * @return whether every trial has a result now
   */
  public boolean run(int workers) {
    ExecutorService executor = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (Trial trial : study.trials()) {
        if (journal.results().containsKey(trial.key())) {
          progress.accept(trial.pictures());
        } else {
          running.add(executor.submit(() -> run(trial)));
        }
      }
      for (Future<?> future : running) {
        await(future);
      }
    } finally {
      executor.shutdownNow();
    }
    return study.trials().stream().allMatch(t -> journal.results().containsKey(t.key()));
  }

  private void run(Trial trial) {
    if (stopRequested.getAsBoolean()) {
      return;
    }
    int batch = trial.recipe().batchSize();
    TrainingListener told =
        event -> {
          if (event instanceof TraceEvent.Step) {
            progress.accept(batch);
          }
        };
    TrialRunner.run(trial, told, stopRequested)
        .ifPresent(
            result -> {
              journal.add(trial.key(), result);
              progress.accept(trial.pictures() - result.trained());
            });
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
