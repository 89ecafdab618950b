package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import io.boxfit.bench.peer.Python;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.run.LetterData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Highest resident memory of a training, and on demand of the whole demo. */
public final class MemoryBenchmark implements Benchmark {
  private static final double MEGABYTE = 1e6;

  private final boolean demo;

  /**
   * @param demo whether to run the demo, too, which takes two minutes
   */
  public MemoryBenchmark(boolean demo) {
    this.demo = demo;
  }

  @Override
  public void run(Session session) {
    if (!WatchedProcess.isPossible()) {
      session.note("memory: needs /proc; left out");
      return;
    }
    Path out = session.scratch().resolve("memory-run");
    WatchedProcess.Memory memory =
        WatchedProcess.run(
            List.of(
                session.launcher().toString(),
                "train",
                "--data",
                "letters",
                "--set",
                "data.trainCount=4000",
                "--set",
                "data.testCount=500",
                "--out",
                out.toString()),
            () -> Files.exists(out.resolve("weights.safetensors")));
    session.add(
        comparison(
            "memory.training", "resident memory, training", memory.peakUntil(), peer(session)));
    session.add(
        comparison(
            "memory.trainCommand",
            "resident memory, boxfit train in all",
            memory.peak(),
            Optional.empty()));
    if (demo) {
      session.say("the demo, for its memory: two minutes");
      Path run = session.scratch().resolve("demo-run");
      WatchedProcess.Memory whole =
          WatchedProcess.run(
              List.of(session.launcher().toString(), "demo", "--out", run.toString()), () -> false);
      session.add(
          comparison(
              "memory.demo",
              "resident memory, boxfit demo with all it starts",
              whole.treePeak(),
              Optional.empty()));
    }
  }

  private static Optional<Side> peer(Session session) {
    Optional<Python> python = Python.find(session.python(), "torch", "numpy");
    if (python.isEmpty()) {
      session.note("memory: no python3 with torch and numpy found; Boxfit alone (see --python)");
      return Optional.empty();
    }
    MeasuredTraining training = MeasuredTraining.reliable();
    Recipe recipe = training.recipe();
    // Few pictures: those of Boxfit are drawn when they are needed.
    PeerPictures pictures =
        PeerPictures.write(
            recipe.network().input(),
            LetterData.training(recipe),
            2,
            session.scratch().resolve("few.safetensors"));
    try (TrainingPeer peer = TrainingPeer.start(session, python.get(), true, training, pictures)) {
      peer.imagesPerSecond(Math.min(2, Runtime.getRuntime().availableProcessors()));
      double megabytes = peer.peakBytes() / MEGABYTE;
      return Optional.of(new Side(peer.version() + ", pictures in memory", List.of(megabytes)));
    }
  }

  private static Comparison comparison(String key, String what, long bytes, Optional<Side> theirs) {
    return new Comparison(
        key, what, "MB", Better.LOWER, new Side("Boxfit", List.of(bytes / MEGABYTE)), theirs);
  }
}
