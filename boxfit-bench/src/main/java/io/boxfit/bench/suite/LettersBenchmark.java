package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import io.boxfit.bench.peer.LineProcess;
import io.boxfit.bench.peer.Python;
import io.boxfit.data.letters.Letters;
import io.boxfit.data.letters.LettersPreset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Letters of the preset {@code varied} drawn a second, beside the same in Pillow and numpy. */
public final class LettersBenchmark implements Benchmark {
  private static final int OURS = 8000;
  private static final int THEIRS = 1000;

  @Override
  public void run(Session session) {
    Optional<Python> python = Python.find(session.python(), "PIL", "numpy");
    int cores = Runtime.getRuntime().availableProcessors();
    draw(OURS, cores);
    if (python.isEmpty()) {
      session.note("letters: no python3 with Pillow and numpy found; Boxfit alone (see --python)");
      for (int threads : new TreeSet<>(List.of(1, cores))) {
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round < session.rounds(); round++) {
          ours.add(draw(OURS, threads));
        }
        session.add(comparison(threads, ours, Optional.empty()));
      }
      return;
    }
    List<String> fonts = FontFiles.write(session.scratch().resolve("fonts"));
    Path script = session.script("letters_peer.py");
    try (LineProcess peer = python.get().start(script, fonts, true)) {
      peer.ask(Map.of("processes", 1, "count", THEIRS));
      for (int threads : new TreeSet<>(List.of(1, cores))) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < session.rounds(); round++) {
          ours.add(draw(OURS, threads));
          int count = THEIRS * threads;
          theirs.add(
              count
                  / peer.ask(Map.of("processes", threads, "count", count))
                      .path("seconds")
                      .asDouble());
        }
        session.add(comparison(threads, ours, Optional.of(new Side("Pillow and numpy", theirs))));
      }
    }
  }

  private static Comparison comparison(int threads, List<Double> ours, Optional<Side> theirs) {
    String key = threads == 1 ? "letters.oneCore" : "letters.allCores";
    String what = "drawing letters, " + threads + (threads == 1 ? " core" : " cores");
    return new Comparison(key, what, "letters/s", Better.HIGHER, new Side("Boxfit", ours), theirs);
  }

  /** Letters a second. */
  private static double draw(int count, int threads) {
    Letters letters = new Letters(LettersPreset.VARIED, 1, "train", count);
    List<Thread> workers =
        IntStream.range(0, threads)
            .mapToObj(
                t ->
                    new Thread(
                        () -> {
                          for (int i = t; i < count; i += threads) {
                            letters.draw(i);
                          }
                        }))
            .toList();
    long begin = System.nanoTime();
    workers.forEach(Thread::start);
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while drawing", e);
    }
    return count / ((System.nanoTime() - begin) / 1e9);
  }
}
