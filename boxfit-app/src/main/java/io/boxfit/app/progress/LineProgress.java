package io.boxfit.app.progress;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Plain lines, at milestones and every ten seconds: for files, pipes and logs. */
final class LineProgress implements Progress {
  private static final double SECONDS_BETWEEN_LINES = 10;

  /** Milestones that follow each other faster are left out, but the first and the last. */
  private static final double SECONDS_BETWEEN_MILESTONES = 2;

  private final PrintStream out;
  private final Work work;
  private final LongSupplier nanoTime;
  private final long start;
  private long lastLine;

  LineProgress(PrintStream out, Work work, LongSupplier nanoTime) {
    this.out = out;
    this.work = work;
    this.nanoTime = nanoTime;
    start = nanoTime.getAsLong();
    lastLine = start;
  }

  @Override
  public void at(long done, String note) {
    printAfter(SECONDS_BETWEEN_LINES, done, note);
  }

  @Override
  public void milestone(long done, String note) {
    boolean end = done == work.from() || done == work.total();
    printAfter(end ? 0 : SECONDS_BETWEEN_MILESTONES, done, note);
  }

  private void printAfter(double seconds, long done, String note) {
    long now = nanoTime.getAsLong();
    if ((now - lastLine) / 1e9 >= seconds) {
      print(done, note, now);
    }
  }

  private void print(long done, String note, long now) {
    lastLine = now;
    double rate = (done - work.from()) / Math.max(1e-9, (now - start) / 1e9);
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d %s (%d%%)",
            work.task(),
            done,
            work.total(),
            work.unit(),
            work.total() == 0 ? 100 : 100 * done / work.total()));
    if (done > work.from()) {
      line.append(String.format(Locale.ROOT, ", %.0f %s/s", rate, work.unit()));
      line.append(", ").append(clock((work.total() - done) / rate)).append(" left");
    }
    if (!note.isEmpty()) {
      line.append(", ").append(note);
    }
    out.println(line);
  }

  /** Minutes and seconds, with hours where there are any. */
  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }

  @Override
  public void close() {}
}
