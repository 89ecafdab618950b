package io.boxfit.search.losses;

import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CenterPointLoss;
import io.boxfit.model.loss.CiouLoss;
import io.boxfit.model.loss.DiouLoss;
import io.boxfit.model.loss.EiouLoss;
import io.boxfit.model.loss.GiouLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.HuberLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.MseLoss;
import io.boxfit.model.loss.NegativeIouLoss;
import io.boxfit.model.loss.SmoothL1Loss;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;

/**
 * Which losses walk home: every loss pulls the same boxes to their targets.
 *
 * @param starts where the boxes start
 * @param steps of each walk
 * @param results by the losses' names in recipes
 */
public record LossesStudy(Starts starts, int steps, Map<String, LossResult> results) {
  /** As many as in the paper. */
  public static final int STEPS = 200;

  /** Cells across the circle of starts: 618,772 pairs of boxes, about a minute on two cores. */
  public static final int CELLS = 48;

  /** Places that are walked at once: their numbers stay in the processor's cache. */
  private static final int TOGETHER = 16;

  public LossesStudy {
    results = Collections.unmodifiableMap(new LinkedHashMap<>(results));
  }

  /** The losses with their defaults, by their names in recipes. */
  public static Map<String, BoxLoss> losses() {
    Map<String, BoxLoss> losses = new LinkedHashMap<>();
    losses.put("lnIou", new LnIouLoss());
    losses.put("guardedLnIou", new GuardedLnIouLoss(1e-6));
    losses.put("iou", new IouLoss());
    losses.put("negativeIou", new NegativeIouLoss());
    losses.put("giou", new GiouLoss());
    losses.put("diou", new DiouLoss());
    losses.put("ciou", new CiouLoss());
    losses.put("eiou", new EiouLoss());
    losses.put("mse", new MseLoss());
    losses.put("l1", new L1Loss());
    losses.put("smoothL1", new SmoothL1Loss(1));
    losses.put("huber", new HuberLoss(1));
    losses.put("centerPoint", new CenterPointLoss());
    return losses;
  }

  /**
   * Lets every loss pull. The results do not depend on the number of threads.
   *
   * @param starts of the boxes
   * @param steps of each walk
   * @param threads that walk
   * @param progress told the loss that is walked, and how many pairs more of {@link Starts#pairs};
   *     what it throws ends the study
   */
  public static LossesStudy run(
      Starts starts, int steps, int threads, ObjIntConsumer<String> progress) {
    Map<String, LossResult> results = new LinkedHashMap<>();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      losses()
          .forEach(
              (name, loss) ->
                  results.put(
                      name,
                      walk(loss, starts, steps, executor, more -> progress.accept(name, more))));
    } finally {
      end(executor);
    }
    return new LossesStudy(starts, steps, results);
  }

  private static LossResult walk(
      BoxLoss loss, Starts starts, int steps, ExecutorService executor, IntConsumer progress) {
    int places = starts.places().size();
    List<Future<Walk>> walks = new ArrayList<>();
    for (int first = 0; first < places; first += TOGETHER) {
      int from = first;
      int to = Math.min(places, first + TOGETHER);
      walks.add(
          executor.submit(
              () -> {
                Walk walk =
                    new Walk(loss, starts.boxes(from, to), Starts.targets(to - from), steps);
                walk.run();
                return walk;
              }));
    }
    LossResult result = new LossResult(places, steps);
    for (int i = 0; i < walks.size(); i++) {
      Walk walk = ended(walks.get(i));
      result.add(i * TOGETHER, walk.boxWalks(), walk.errors());
      progress.accept(Starts.MIRRORED * walk.boxWalks().size());
    }
    return result;
  }

  /** The engine must not be taken from under a thread that still computes. */
  private static void end(ExecutorService executor) {
    executor.shutdownNow();
    try {
      executor.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Walk ended(Future<Walk> walk) {
    try {
      return walk.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
