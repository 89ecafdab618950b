package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Figures;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What all benchmarks of one command share: settings, scratch, results. */
public final class Session {
  private final Path home;
  private final Path scratch;
  private final int rounds;
  private final Optional<String> python;
  private final PrintStream progress;
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private ShortRun shortRun;

  /**
   * @param home where Boxfit's sources are
   * @param scratch a folder that is emptied later
   * @param rounds of each measurement
   * @param python the one that the user asked for
   * @param progress where to tell what goes on
   */
  public Session(
      Path home, Path scratch, int rounds, Optional<String> python, PrintStream progress) {
    this.home = home;
    this.scratch = scratch;
    this.rounds = rounds;
    this.python = python;
    this.progress = progress;
  }

  Path launcher() {
    return home.resolve("boxfit");
  }

  Path script(String name) {
    return home.resolve("boxfit-bench/src/main/python").resolve(name);
  }

  Path scratch() {
    return scratch;
  }

  int rounds() {
    return rounds;
  }

  Optional<String> python() {
    return python;
  }

  /** The network of {@code reliable}, briefly trained; the same one for all who ask. */
  ShortRun shortRun() {
    if (shortRun == null) {
      say("training a network for a few seconds, to compare boxes and measure predictions");
      shortRun =
          ShortRun.train(MeasuredTraining.reliable().shortened(), scratch.resolve("short-run"));
    }
    return shortRun;
  }

  void say(String text) {
    progress.println("boxfit-bench: " + text);
  }

  void add(Comparison comparison) {
    comparisons.add(comparison);
    Figures ours = comparison.ours().figures();
    String ratio =
        comparison
            .ratio()
            .map(figures -> String.format(Locale.ROOT, ", ratio %.3f", figures.median()))
            .orElse("");
    say(
        String.format(
            Locale.ROOT,
            "%s: %.2f %s%s",
            comparison.key(),
            ours.median(),
            comparison.unit(),
            ratio));
  }

  void note(String note) {
    notes.add(note);
    say(note);
  }

  /** What was found so far. */
  public List<Comparison> comparisons() {
    return List.copyOf(comparisons);
  }

  /** What was said so far. */
  public List<String> notes() {
    return List.copyOf(notes);
  }
}
