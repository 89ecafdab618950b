package io.boxfit.bench.suite;

import io.boxfit.bench.figures.Better;
import io.boxfit.bench.figures.Comparison;
import io.boxfit.bench.figures.Side;
import io.boxfit.bench.peer.Python;
import io.boxfit.model.recipe.Recipe;
import io.boxfit.train.batch.TrainingData;
import io.boxfit.train.run.LetterData;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Images trained a second with the recipe {@code reliable}, beside the same network, loss and
 * optimiser in PyTorch on pictures that are ready in its memory.
 */
public final class TrainingBenchmark implements Benchmark {
  private static final int CACHED_BATCHES = 32;
  private static final String UNIT = "images/s";
  private static final String DRAWN = "training, letters drawn meanwhile";
  private static final String CACHED = "training, pictures in memory";

  /** Before the rounds: for the compiler, and to find the peer's best number of threads. */
  private static final int TRIALS = 2;

  private final MeasuredTraining training = MeasuredTraining.reliable();
  private final List<Double> drawing = new ArrayList<>();
  private final List<Double> cached = new ArrayList<>();

  @Override
  public void run(Session session) {
    Recipe recipe = training.recipe();
    TrainingData drawn = LetterData.training(recipe);
    TrainingData held = OwnTraining.cached(drawn, CACHED_BATCHES);
    OwnTraining ownDrawing = new OwnTraining(training, drawn, session.scratch());
    OwnTraining ownCached = new OwnTraining(training, held, session.scratch());
    Optional<Python> python = Python.find(session.python(), "torch", "numpy");
    if (python.isPresent()) {
      PeerPictures pictures =
          PeerPictures.write(
              recipe.network().input(),
              held,
              CACHED_BATCHES,
              session.scratch().resolve("pictures.safetensors"));
      besidePeer(session, python.get(), ownDrawing, ownCached, pictures);
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
      PeerPictures pictures) {
    List<Double> tuned = new ArrayList<>();
    List<Double> plain = new ArrayList<>();
    try (TrainingPeer peer = TrainingPeer.start(session, python, true, training, pictures);
        TrainingPeer plainPeer = TrainingPeer.start(session, python, false, training, pictures)) {
      session.note("training: " + PeerCheck.run(peer, session.shortRun(), pictures.samples()));
      int threads = PeerThreads.best(session, "training", peer, ownDrawing, TRIALS);
      for (int round = 0; round < session.rounds(); round++) {
        drawing.add(ownDrawing.imagesPerSecond());
        tuned.add(peer.imagesPerSecond(threads));
        cached.add(ownCached.imagesPerSecond());
        plain.add(plainPeer.imagesPerSecond(threads));
        session.say("training: round " + (round + 1) + " of " + session.rounds() + " done");
      }
      String name = peer.name(threads);
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

  private static Comparison comparison(
      String key, String what, List<Double> ours, Optional<Side> theirs) {
    return new Comparison(key, what, UNIT, Better.HIGHER, new Side("Boxfit", ours), theirs);
  }
}
