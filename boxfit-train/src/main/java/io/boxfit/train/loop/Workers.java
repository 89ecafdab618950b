package io.boxfit.train.loop;

import io.boxfit.model.layer.BatchNorm;
import io.boxfit.model.network.Network;
import io.boxfit.train.batch.Batch;
import io.boxfit.train.engine.Engine;
import io.boxfit.train.engine.ParameterLayout;
import io.boxfit.train.objective.Objective;
import io.boxfit.train.received.Received;
import io.boxfit.train.received.ReceivedSample;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Trains on several cores: a batch is cut into shards whose size depends on the batch alone, each
 * core takes shards, the gradients are added in the order of the shards. So the weights do not
 * depend on how many cores took part, nor on which was faster.
 */
final class Workers implements AutoCloseable {
  /** Enough to keep a core's kernels busy. */
  private static final int SMALLEST = 16;

  /** Beyond this a larger shard is not faster, but needs more memory and feeds fewer cores. */
  private static final int LARGEST = 50;

  private static final int PREDICTED_AT_ONCE = 32;

  private final Network network;
  private final Objective objective;
  private final List<ShardWorker> workers = new ArrayList<>();
  private final ExecutorService executor;
  private final int length;
  private final int shards;
  private final float[][] gradients;

  Workers(Network network, ParameterLayout layout, Objective objective, int threads, int batch) {
    this.network = network;
    this.objective = objective;
    length = layout.length();
    int shard = shardSize(network, batch);
    shards = (batch + shard - 1) / shard;
    gradients = new float[shards][length];
    int count = Math.min(threads, shards);
    for (int i = 0; i < count; i++) {
      workers.add(new ShardWorker(network, layout, objective));
    }
    executor =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(() -> compute(task), "boxfit-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Samples of a shard: two shards a batch within the limits, because each costs a pass over all
   * parameters; the whole batch where layers look at all of it.
   */
  private static int shardSize(Network network, int batch) {
    if (network.nodes().stream().anyMatch(node -> node.layer() instanceof BatchNorm)) {
      return batch;
    }
    return Math.max(SMALLEST, Math.min(LARGEST, (batch + 1) / 2));
  }

  private static void compute(Runnable task) {
    Engine.claimThread();
    task.run();
  }

  /**
   * The mean loss of a batch and its gradient.
   *
   * @param weights moving statistics in them are moved
   * @param gradient is overwritten
   */
  double learn(float[] weights, Batch batch, long steps, float[] gradient) {
    double[] losses = new double[shards];
    inParallel(
        w -> {
          ShardWorker worker = workers.get(w);
          worker.load(weights);
          for (int s = w; s < shards; s += workers.size()) {
            losses[s] = worker.learn(shard(batch, s, steps), gradients[s]);
          }
        });
    double loss = 0;
    for (int s = 0; s < shards; s++) {
      float share = (float) shard(batch, s, steps).size() / batch.size();
      loss += share * losses[s];
      add(gradients[s], share, gradient, s == 0);
    }
    workers.get(0).readStatistics(weights);
    return loss;
  }

  /**
   * The first samples of a batch, read back from what {@link #learn} gives to network and loss.
   *
   * @param steps of the whole run
   */
  Received received(Batch batch, long steps) {
    ShardWorker worker = workers.get(0);
    int most = Math.min(batch.size(), Received.most(network.input()));
    List<ReceivedSample> samples = new ArrayList<>();
    for (int s = 0; samples.size() < most; s++) {
      samples.addAll(worker.received(shard(batch, s, steps), most - samples.size()));
    }
    return new Received(network.input(), objective.targetEncoding(), samples);
  }

  private ShardOrder shard(Batch batch, int index, long steps) {
    int first = (int) ((long) batch.size() * index / shards);
    int end = (int) ((long) batch.size() * (index + 1) / shards);
    return new ShardOrder(batch, first, end - first, steps);
  }

  private static void add(float[] from, float share, float[] to, boolean fresh) {
    for (int i = 0; i < to.length; i++) {
      to[i] = (fresh ? 0 : to[i]) + share * from[i];
    }
  }

  /** Boxes for encoded pictures, four numbers each. */
  float[] predict(float[] weights, float[] images, int count) {
    return inChunks(
        weights, count, 4, (worker, first, size) -> worker.predict(images, first, size));
  }

  /** The loss of each sample of a batch of any size, as when the network is used. */
  float[] losses(float[] weights, Batch batch) {
    return inChunks(
        weights,
        batch.size(),
        1,
        (worker, first, size) -> worker.losses(new ShardOrder(batch, first, size, 0)));
  }

  private interface Chunk {
    float[] of(ShardWorker worker, int first, int size);
  }

  /** Chunks depend on the count alone, so that no number depends on the cores. */
  private float[] inChunks(float[] weights, int count, int each, Chunk chunk) {
    float[] all = new float[each * count];
    int chunks = (count + PREDICTED_AT_ONCE - 1) / PREDICTED_AT_ONCE;
    inParallel(
        w -> {
          ShardWorker worker = workers.get(w);
          worker.load(weights);
          for (int c = w; c < chunks; c += workers.size()) {
            int first = c * PREDICTED_AT_ONCE;
            int size = Math.min(PREDICTED_AT_ONCE, count - first);
            System.arraycopy(chunk.of(worker, first, size), 0, all, each * first, each * size);
          }
        });
    return all;
  }

  private interface Work {
    void of(int worker);
  }

  private void inParallel(Work work) {
    List<Future<?>> running = new ArrayList<>();
    for (int w = 1; w < workers.size(); w++) {
      int worker = w;
      running.add(executor.submit(() -> work.of(worker)));
    }
    RuntimeException failure = null;
    try {
      Engine.claimThread();
      work.of(0);
    } catch (RuntimeException e) {
      failure = e;
    }
    for (Future<?> future : running) {
      failure = finished(future, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private static RuntimeException finished(Future<?> future, RuntimeException earlier) {
    try {
      future.get();
    } catch (ExecutionException e) {
      RuntimeException own =
          e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
      return earlier == null ? own : earlier;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while training", e);
    }
    return earlier;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
