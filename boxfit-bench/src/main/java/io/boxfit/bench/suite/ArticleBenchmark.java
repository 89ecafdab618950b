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
 * Images trained a second with the network of the recipe {@code article}, whose large kernel Boxfit
 * computes in another way, beside the same network in PyTorch; pictures in memory on both sides.
 */
public final class ArticleBenchmark implements Benchmark {
  private static final int CACHED_BATCHES = 10;

  private final MeasuredTraining training = MeasuredTraining.article();

  @Override
  public void run(Session session) {
    Recipe recipe = training.recipe();
    TrainingData held = OwnTraining.cached(LetterData.training(recipe), CACHED_BATCHES);
    OwnTraining own = new OwnTraining(training, held, session.scratch());
    Optional<Python> python = Python.find(session.python(), "torch", "numpy");
    List<Double> ours = new ArrayList<>();
    Optional<Side> theirs = Optional.empty();
    if (python.isPresent()) {
      PeerPictures pictures =
          PeerPictures.write(
              recipe.network().input(),
              held,
              CACHED_BATCHES,
              session.scratch().resolve("article.safetensors"));
      theirs = Optional.of(besidePeer(session, python.get(), own, pictures, ours));
    } else {
      session.note("article: no python3 with torch and numpy found; Boxfit alone (see --python)");
      own.imagesPerSecond();
      for (int round = 0; round < session.rounds(); round++) {
        ours.add(own.imagesPerSecond());
      }
    }
    session.add(
        new Comparison(
            "article.cached",
            "training the article's network, pictures in memory",
            "images/s",
            Better.HIGHER,
            new Side("Boxfit", ours),
            theirs));
  }

  private Side besidePeer(
      Session session, Python python, OwnTraining own, PeerPictures pictures, List<Double> ours) {
    List<Double> tuned = new ArrayList<>();
    try (TrainingPeer peer = TrainingPeer.start(session, python, true, training, pictures)) {
      ShortRun trained =
          ShortRun.train(training.shortened(), session.scratch().resolve("short-article"));
      session.note("article: " + PeerCheck.run(peer, trained, pictures.samples()));
      int threads = PeerThreads.best(session, "article", peer, own, 1);
      for (int round = 0; round < session.rounds(); round++) {
        ours.add(own.imagesPerSecond());
        tuned.add(peer.imagesPerSecond(threads));
        session.say("article: round " + (round + 1) + " of " + session.rounds() + " done");
      }
      return new Side(peer.name(threads) + ", allocator settings", tuned);
    }
  }
}
