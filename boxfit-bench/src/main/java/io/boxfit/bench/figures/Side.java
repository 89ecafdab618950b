package io.boxfit.bench.figures;

import java.util.List;

/**
 * One of those that are compared.
 *
 * @param name who, and with which settings
 * @param rounds one value a round, in order
 */
public record Side(String name, List<Double> rounds) {

  /** Copies the list. */
  public Side {
    rounds = List.copyOf(rounds);
  }

  /** What the rounds say. */
  public Figures figures() {
    return Figures.of(rounds);
  }
}
