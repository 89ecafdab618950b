package io.boxfit.app.command;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.utils.Signals;

/**
 * Ctrl-C or another polite request to end, as a question that work asks between its pieces.
 *
 * <p>The signals are taken from the JVM, which would begin at once to take the native libraries
 * away from under the threads that compute with them. A second request changes nothing.
 */
public final class StopRequest implements BooleanSupplier {
  private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

  private volatile boolean requested;

  private StopRequest() {}

  /** Listens from now on. */
  public static StopRequest listening() {
    StopRequest request = new StopRequest();
    for (String signal : SIGNALS) {
      Signals.register(signal, () -> request.requested = true);
    }
    return request;
  }

  @Override
  public boolean getAsBoolean() {
    return requested;
  }
}
