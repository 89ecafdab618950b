package io.boxfit.app.progress;

/** How far one piece of work has come. */
public interface Progress extends AutoCloseable {

  /**
   * Tells how much is done; may be called as often as one likes.
   *
   * @param note a few words beside the numbers, empty for none
   */
  void at(long done, String note);

  /** As {@link #at}, and worth a line of its own where there is no bar. */
  void milestone(long done, String note);

  /** Ends the display; what was shown last stays. */
  @Override
  void close();

  /** A bar on a terminal, lines elsewhere. */
  static Progress start(Screen screen, Work work) {
    return screen.interactive()
        ? new BarProgress(screen, work)
        : new LineProgress(screen.stream(), work, System::nanoTime);
  }
}
