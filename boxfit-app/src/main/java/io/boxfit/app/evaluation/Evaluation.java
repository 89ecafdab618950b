package io.boxfit.app.evaluation;

import io.boxfit.core.BadInputException;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Dataset;
import io.boxfit.predict.BoxPredictor;
import io.boxfit.predict.ModelInfo;
import io.boxfit.predict.PixelBatch;
import io.boxfit.predict.Prediction;
import io.boxfit.predict.PredictorOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * Judges a model by the file that is shipped: every figure that Boxfit tells about a model comes
 * from here.
 *
 * <p>Each thread makes samples and predicts them in turn, so that no core waits for another, and
 * keeps no picture longer than its batch. Batches do not depend on the number of threads, and
 * neither does any figure but the time.
 *
 * @param threads that make samples and predict, at least 1
 * @param progress told how many samples are done; by one thread at a time, in rising order
 */
public record Evaluation(int threads, IntConsumer progress) {
  /**
   * Measured: with one thread a call, 8 pictures are a third faster than 64, which leave caches.
   */
  private static final int BATCH = 8;

  /**
   * @throws IllegalArgumentException if threads is not positive
   */
  public Evaluation {
    Objects.requireNonNull(progress, "progress");
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
  }

  /**
   * Runs a model file over a set.
   *
   * @throws BadInputException if the file is not a Boxfit model, the set is empty, or the model
   *     does not take its pictures
   */
  public EvaluationResult run(Path model, Dataset data) {
    // Each of our threads has its own call under way: one more level of threads would only wait.
    try (BoxPredictor predictor = BoxPredictor.load(model, new PredictorOptions(1))) {
      return run(predictor.info(), predictor::predictAll, data);
    }
  }

  /**
   * How sure a model is of its box on pictures that do not show the object.
   *
   * @return one number a picture; none where the model does not tell
   */
  public List<Double> absent(Path model, Dataset data) {
    List<Double> confidences = new ArrayList<>();
    try (BoxPredictor predictor = BoxPredictor.load(model, new PredictorOptions(threads))) {
      for (int i = 0; predictor.info().confidence() && i < data.size(); i++) {
        Prediction prediction = PicturePrediction.of(data.get(i).picture(), predictor);
        prediction.confidence().ifPresent(confidences::add);
        progress.accept(i + 1);
      }
    }
    return confidences;
  }

  EvaluationResult run(ModelInfo info, Function<PixelBatch, List<Prediction>> model, Dataset data) {
    if (data.size() == 0) {
      throw new BadInputException("there is no sample to evaluate: choose a split that has some");
    }
    long start = System.nanoTime();
    List<JudgedSample> samples = judge(info, model, data);
    double seconds = (System.nanoTime() - start) / 1e9;
    List<Outcome> outcomes = samples.stream().map(JudgedSample::outcome).toList();
    return new EvaluationResult(ConstantBox.of(info).metrics(outcomes), samples, seconds);
  }

  private List<JudgedSample> judge(
      ModelInfo info, Function<PixelBatch, List<Prediction>> model, Dataset data) {
    JudgedSample[] judged = new JudgedSample[data.size()];
    AtomicInteger next = new AtomicInteger();
    Done done = new Done(progress);
    Runnable work =
        () -> {
          SampleJudge judge = new SampleJudge(data, info, model);
          // A long, so that the product cannot overflow near the largest sets.
          long from = (long) next.getAndIncrement() * BATCH;
          while (from < judged.length) {
            List<JudgedSample> found =
                judge.judge((int) from, (int) Math.min(from + BATCH, judged.length));
            found.forEach(sample -> judged[sample.index()] = sample);
            done.add(found.size());
            from = (long) next.getAndIncrement() * BATCH;
          }
        };
    int workers = (int) Math.min(threads, (judged.length + BATCH - 1L) / BATCH);
    ExecutorService pool = Executors.newFixedThreadPool(workers, Evaluation::thread);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        running.add(pool.submit(work));
      }
      for (Future<?> worker : running) {
        worker.get();
      }
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the evaluation was interrupted");
    } finally {
      // After a failure the others end with their batch.
      next.set(judged.length / BATCH + 1);
      pool.shutdown();
    }
    return Arrays.asList(judged);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "evaluation");
    thread.setDaemon(true);
    return thread;
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException failure
        ? failure
        : new IllegalStateException(e.getCause());
  }

  /** Counts what is done, for all threads together. */
  private static final class Done {
    private final IntConsumer progress;
    private int count;

    Done(IntConsumer progress) {
      this.progress = progress;
    }

    synchronized void add(int more) {
      count += more;
      progress.accept(count);
    }
  }
}
