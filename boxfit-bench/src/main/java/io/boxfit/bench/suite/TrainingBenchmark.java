package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import io.boxfit.bench.peer.Python;
import io.boxfit.data.Sample;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.run.LetterData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Images trained a second with the recipe {@code reliable}, beside the same network, loss and
 * optimiser in PyTorch on pictures that are ready in its memory.
 */
public final class TrainingBenchmark implements Benchmark {
  private static final int CACHED_BATCHES = 32;
  private static final int CHECKED = 256;
  private static final String UNIT = "images/s";
  private static final String DRAWN = "training, letters drawn meanwhile";
  private static final String CACHED = "training, pictures in memory";

  /** Before the rounds: for the compiler, and to find the peer's best number of threads. */
  private static final int TRIALS = 2;

  private final Recipe recipe = Recipes.named("reliable");
  private final List<Double> drawing = new ArrayList<>();
  private final List<Double> cached = new ArrayList<>();

  @Override
  public void run(Session session) {
    TrainingData drawn = LetterData.training(recipe);
    TrainingData held = OwnTraining.cached(drawn, CACHED_BATCHES);
    OwnTraining ownDrawing = new OwnTraining(recipe, drawn, session.scratch());
    OwnTraining ownCached = new OwnTraining(recipe, held, session.scratch());
    Optional<Python> python = Python.find(session.python(), "torch", "numpy");
    if (python.isPresent()) {
      besidePeer(session, python.get(), ownDrawing, ownCached, held);
    } else {
      session.note("training: no python3 with torch and numpy found; Boxfit alone (see --python)");
      alone(session, ownDrawing, ownCached);
    }
  }

  private void alone(Session session, OwnTraining ownDrawing, OwnTraining ownCached) {
    ownDrawing.imagesPerSecond();
    for (int round = 0; round < session.rounds(); round++) {
      drawing.add(ownDrawing.imagesPerSecond());
      cached.add(ownCached.imagesPerSecond());
    }
    session.add(comparison("training.drawn", DRAWN, drawing, Optional.empty()));
    session.add(comparison("training.cached", CACHED, cached, Optional.empty()));
  }

  private void besidePeer(
      Session session,
      Python python,
      OwnTraining ownDrawing,
      OwnTraining ownCached,
      TrainingData held) {
    Path script = session.script("train_peer.py");
    PeerPictures pictures =
        PeerPictures.write(
            recipe.network().input(),
            held,
            CACHED_BATCHES,
            session.scratch().resolve("pictures.safetensors"));
    List<Double> tuned = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    try (TrainingPeer peer = peer(python, script, true, pictures.file());
        TrainingPeer plainPeer = peer(python, script, false, pictures.file())) {
      List<Sample> checked = pictures.samples().subList(0, CHECKED);
      session.note("training: " + PeerCheck.run(peer, session.shortRun(), checked));
      int threads = bestThreads(session, peer, ownDrawing);
      for (int round = 0; round < session.rounds(); round++) {
        drawing.add(ownDrawing.imagesPerSecond());
        tuned.add(peer.imagesPerSecond(threads));
        cached.add(ownCached.imagesPerSecond());
        plain.add(plainPeer.imagesPerSecond(threads));
        session.say("training: round " + (round + 1) + " of " + session.rounds() + " done");
      }
      String name = peer.version() + ", " + threads + (threads == 1 ? " thread" : " threads");
      Optional<Side> best = Optional.of(new Side(name + ", allocator settings", tuned));
      session.add(comparison("training.drawn", DRAWN, drawing, best));
      session.add(comparison("training.cached", CACHED, cached, best));
      session.add(
          comparison(
              "training.cachedPlainPeer",
              CACHED + ", peer without allocator settings",
              cached,
              Optional.of(new Side(name, plain))));
    }
  }

  private TrainingPeer peer(Python python, Path script, boolean settings, Path pictures) {
    return new TrainingPeer(python, script, settings, recipe.steps(), pictures, recipe.batchSize());
  }

  /** The number of threads with which the peer is fastest. */
  private static int bestThreads(Session session, TrainingPeer peer, OwnTraining own) {
    Map<Integer, Double> fastest = new TreeMap<>();
    for (int trial = 0; trial < TRIALS; trial++) {
      own.imagesPerSecond();
      for (int threads : threadCounts()) {
        fastest.merge(threads, peer.imagesPerSecond(threads), Math::max);
      }
    }
    session.note(
        "training: PyTorch by threads before the rounds, images/s: "
            + fastest.entrySet().stream()
                .map(
                    entry ->
                        String.format(Locale.ROOT, "%d: %.0f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ")));
    return Collections.max(fastest.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  /** 1, 2, 4 ... and all. */
  private static SortedSet<Integer> threadCounts() {
    int cores = Runtime.getRuntime().availableProcessors();
    SortedSet<Integer> counts = new TreeSet<>(List.of(cores));
    for (int threads = 1; threads < cores; threads *= 2) {
      counts.add(threads);
    }
    return counts;
  }

  private static Comparison comparison(
      String key, String what, List<Double> ours, Optional<Side> theirs) {
    return new Comparison(key, what, UNIT, Better.HIGHER, new Side("Boxfit", ours), theirs);
  }
}
