package io.boxfit.app.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ctrl-C or another polite request to end, and the time to come to a good end.
 *
 * <p>While the JVM shuts down, it waits here until the work has stopped: the native libraries must
 * not be taken away from under a thread that computes with them. A second request changes nothing.
 */
public final class StopRequest implements BooleanSupplier {
  /** A step takes well under a second and a checkpoint not much more, even on a slow disk. */
  private static final int LONGEST_SECONDS = 60;

  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;

  private StopRequest() {}

  /** Listens from now on; {@link #workEnded()} must be called before the process exits. */
  public static StopRequest listening() {
    StopRequest request = new StopRequest();
    Runtime.getRuntime().addShutdownHook(new Thread(request::await, "boxfit-stop"));
    return request;
  }

  private void await() {
    requested = true;
    try {
      ended.await(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nothing is under way any more. */
  public void workEnded() {
    ended.countDown();
  }

  @Override
  public boolean getAsBoolean() {
    return requested;
  }
}
