package io.boxfit.app.progress;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that is drawn again and again on one line of a terminal, without colours. */
final class BarProgress implements Progress {
  private static final int MILLIS_BETWEEN_DRAWINGS = 250;

  private final ProgressBar bar;

  BarProgress(Screen screen, Work work) {
    DecimalFormat rate = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    bar =
        new ProgressBarBuilder()
            .setTaskName(work.task())
            .setInitialMax(work.total())
            .startsFrom(work.from(), Duration.ZERO)
            .setStyle(ProgressBarStyle.ASCII)
            .setUnit(" " + work.unit(), 1)
            .showSpeed(rate)
            .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
            .setMaxRenderedLength(screen.columns() - 1)
            .setConsumer(new ConsoleProgressBarConsumer(screen.stream(), screen.columns() - 1))
            .build();
  }

  @Override
  public void at(long done, String note) {
    bar.stepTo(done);
    bar.setExtraMessage(note.isEmpty() ? note : " " + note);
  }

  @Override
  public void milestone(long done, String note) {
    at(done, note);
  }

  @Override
  public void close() {
    bar.close();
  }
}
