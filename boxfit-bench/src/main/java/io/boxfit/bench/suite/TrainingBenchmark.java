package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import io.boxfit.bench.peer.Python;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.recipe.Recipes;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.run.LetterData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Images trained a second with the recipe {@code reliable}, beside the same network, loss and
 * optimiser in PyTorch on pictures that are ready in its memory.
 */
public final class TrainingBenchmark implements Benchmark {
  private static final int CACHED_BATCHES = 32;
  private static final int CHECKED = 256;
  private static final String UNIT = "images/s";

  private final Recipe recipe = Recipes.named("reliable");
  private final Map<Integer, List<Double>> tuned = new LinkedHashMap<>();
  private final Map<Integer, List<Double>> plain = new LinkedHashMap<>();
  private final List<Double> drawing = new ArrayList<>();
  private final List<Double> cached = new ArrayList<>();

  @Override
  public void run(Session session) {
    TrainingData drawn = LetterData.training(recipe);
    TrainingData held = OwnTraining.cached(drawn, CACHED_BATCHES);
    OwnTraining ownDrawing = new OwnTraining(recipe, drawn, session.scratch());
    OwnTraining ownCached = new OwnTraining(recipe, held, session.scratch());
    Optional<Python> python = Python.find(session.python(), "torch", "numpy");
    if (python.isEmpty()) {
      session.note("training: no python3 with torch and numpy found; Boxfit alone (see --python)");
      for (int round = 0; round < session.rounds(); round++) {
        measureOwn(ownDrawing, ownCached);
      }
      session.add(comparison("training.drawn", "training, letters drawn meanwhile", drawing, null));
      session.add(comparison("training.cached", "training, pictures in memory", cached, null));
      return;
    }
    Path script = session.script("train_peer.py");
    PeerPictures pictures =
        PeerPictures.write(
            recipe.network().input(),
            held,
            CACHED_BATCHES,
            session.scratch().resolve("pictures.safetensors"));
    try (TrainingPeer withSettings = peer(python.get(), script, true, pictures.file());
        TrainingPeer without = peer(python.get(), script, false, pictures.file())) {
      session.note(
          "training: "
              + PeerCheck.run(
                  withSettings, session.shortRun(), pictures.samples().subList(0, CHECKED)));
      for (int round = 0; round < session.rounds(); round++) {
        drawing.add(ownDrawing.imagesPerSecond());
        measure(withSettings, tuned);
        cached.add(ownCached.imagesPerSecond());
        measure(without, plain);
        session.say("training: round " + (round + 1) + " of " + session.rounds() + " done");
      }
      tell(session, withSettings.version());
    }
  }

  private TrainingPeer peer(Python python, Path script, boolean settings, Path pictures) {
    return new TrainingPeer(python, script, settings, recipe.steps(), pictures, recipe.batchSize());
  }

  private void measureOwn(OwnTraining ownDrawing, OwnTraining ownCached) {
    drawing.add(ownDrawing.imagesPerSecond());
    cached.add(ownCached.imagesPerSecond());
  }

  private static void measure(TrainingPeer peer, Map<Integer, List<Double>> rates) {
    for (int threads : threadCounts()) {
      rates.computeIfAbsent(threads, t -> new ArrayList<>()).add(peer.imagesPerSecond(threads));
    }
  }

  /** 1, 2, 4 ... and all. */
  private static List<Integer> threadCounts() {
    int cores = Runtime.getRuntime().availableProcessors();
    List<Integer> counts = new ArrayList<>();
    for (int threads = 1; threads < cores; threads *= 2) {
      counts.add(threads);
    }
    counts.add(cores);
    return counts;
  }

  private void tell(Session session, String torch) {
    Side best = best(tuned, torch + ", allocator settings");
    Side bestPlain = best(plain, torch);
    session.add(comparison("training.drawn", "training, letters drawn meanwhile", drawing, best));
    session.add(comparison("training.cached", "training, pictures in memory", cached, best));
    session.add(
        comparison(
            "training.cachedPlainPeer",
            "training, pictures in memory, peer without allocator settings",
            cached,
            bestPlain));
    session.note(
        "PyTorch by threads, medians in images/s: with Boxfit's allocator settings "
            + medians(tuned)
            + "; without "
            + medians(plain));
  }

  private static Side best(Map<Integer, List<Double>> rates, String name) {
    return rates.entrySet().stream()
        .map(
            entry ->
                new Side(
                    name + ", " + entry.getKey() + (entry.getKey() == 1 ? " thread" : " threads"),
                    entry.getValue()))
        .max(Comparator.comparingDouble(side -> side.figures().median()))
        .orElseThrow();
  }

  private static String medians(Map<Integer, List<Double>> rates) {
    return rates.entrySet().stream()
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%.0f (%d)",
                    new Side("", entry.getValue()).figures().median(),
                    entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static Comparison comparison(String key, String what, List<Double> ours, Side theirs) {
    return new Comparison(
        key, what, UNIT, Better.HIGHER, new Side("Boxfit", ours), Optional.ofNullable(theirs));
  }
}
