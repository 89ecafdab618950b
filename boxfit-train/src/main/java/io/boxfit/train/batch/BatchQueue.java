package io.boxfit.train.batch;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Prepares batches on a thread of its own, a few ahead of the training.
 *
 * <p>What is prepared depends on the step's number alone, not on when: prefetching changes no bit.
 */
public final class BatchQueue implements AutoCloseable {
  private static final int AHEAD = 8;

  private final BlockingQueue<Delivery> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;

  /** A batch, or why there is none. */
  private record Delivery(Batch batch, Throwable failure) {}

  /**
   * Starts preparing.
   *
   * @param maker used by this queue's thread alone
   * @param from the first step
   * @param to after the last step
   */
  public BatchQueue(BatchMaker maker, long from, long to) {
    thread = new Thread(() -> prepare(maker, from, to), "boxfit-batches");
    thread.setDaemon(true);
    thread.start();
  }

  private void prepare(BatchMaker maker, long from, long to) {
    try {
      for (long step = from; step < to; step++) {
        queue.put(new Delivery(maker.batch(step), null));
      }
    } catch (InterruptedException e) {
      // Closed: nobody waits for more.
    } catch (Throwable e) {
      deliverFailure(e);
    }
  }

  private void deliverFailure(Throwable failure) {
    try {
      queue.put(new Delivery(null, failure));
    } catch (InterruptedException e) {
      // Closed: nobody waits for the failure either.
    }
  }

  /**
   * The next batch, as soon as it is ready.
   *
   * @throws RuntimeException what went wrong while it was prepared
   */
  public Batch take() {
    Delivery delivery;
    try {
      delivery = queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch", e);
    }
    if (delivery.failure() instanceof RuntimeException failure) {
      throw failure;
    }
    if (delivery.failure() instanceof Error failure) {
      throw failure;
    }
    return delivery.batch();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
