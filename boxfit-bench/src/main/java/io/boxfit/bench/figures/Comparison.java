package io.boxfit.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One line of the benchmarks: Boxfit beside a peer that did the same in the same rounds.
 *
 * @param key stable name, dots between its parts
 * @param what was measured, in words
 * @param unit of the values
 * @param better which way they should go
 * @param ours Boxfit
 * @param theirs the peer; empty where there is none
 */
public record Comparison(
    String key, String what, String unit, Better better, Side ours, Optional<Side> theirs) {

  /**
   * @throws IllegalArgumentException if the sides have not the same number of rounds
   */
  public Comparison {
    theirs.ifPresent(
        side -> {
          if (side.rounds().size() != ours.rounds().size()) {
            throw new IllegalArgumentException(
                key + ": " + ours.rounds().size() + " rounds beside " + side.rounds().size());
          }
        });
  }

  /**
   * Our value over theirs, round by round: what slows a machine down for a while slows both.
   *
   * @return empty where there is no peer
   */
  public Optional<Figures> ratio() {
    return theirs.map(
        side -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < side.rounds().size(); i++) {
            ratios.add(ours.rounds().get(i) / side.rounds().get(i));
          }
          return Figures.of(ratios);
        });
  }
}
