package io.boxfit.app.command;

import io.boxfit.app.progress.Progress;
import io.boxfit.app.progress.Work;

/** Progress of work whose size is known only once it begins; may be told by several threads. */
final class LateProgress implements AutoCloseable {
  private final Console console;
  private final String what;
  private final String unit;
  private Progress progress;
  private int most;

  /**
   * @param what is done, for example {@code reading}
   * @param unit of what it is done to, for example {@code pictures}
   */
  LateProgress(Console console, String what, String unit) {
    this.console = console;
    this.what = what;
    this.unit = unit;
  }

  /** So much of all is done; whoever comes late with less is passed over. */
  synchronized void at(int done, int all) {
    console.requireGoingOn();
    if (progress == null) {
      progress = Progress.start(console.screen(), new Work(what, unit, 0, all));
    }
    if (done > most) {
      most = done;
      progress.at(done, "");
    }
  }

  @Override
  public synchronized void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
