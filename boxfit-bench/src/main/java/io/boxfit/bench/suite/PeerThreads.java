package io.boxfit.bench.suite;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the number of threads with which a peer trains fastest. */
final class PeerThreads {
  private PeerThreads() {}

  /**
   * Tries 1, 2, 4 ... and all cores, and notes what came out.
   *
   * @param name of the group, for the note
   * @param own takes its turn meanwhile, for its compiler
   * @param trials of each number; the fastest counts
   */
  static int best(Session session, String name, TrainingPeer peer, OwnTraining own, int trials) {
    Map<Integer, Double> fastest = new TreeMap<>();
    for (int trial = 0; trial < trials; trial++) {
      own.imagesPerSecond();
      for (int threads : counts()) {
        fastest.merge(threads, peer.imagesPerSecond(threads), Math::max);
      }
    }
    session.note(
        name
            + ": PyTorch by threads before the rounds, images/s: "
            + fastest.entrySet().stream()
                .map(
                    entry ->
                        String.format(Locale.ROOT, "%d: %.0f", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", ")));
    return Collections.max(fastest.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static SortedSet<Integer> counts() {
    int cores = Runtime.getRuntime().availableProcessors();
    SortedSet<Integer> counts = new TreeSet<>(List.of(cores));
    for (int threads = 1; threads < cores; threads *= 2) {
      counts.add(threads);
    }
    return counts;
  }
}
