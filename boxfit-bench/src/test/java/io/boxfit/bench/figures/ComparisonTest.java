package io.boxfit.bench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  /** The machine was slow in the second round for both; the quotient of the medians would be 1. */
  @Test
  void ratioIsTakenRoundByRound() {
    Comparison comparison =
        comparison(List.of(200.0, 50.0, 90.0), Optional.of(List.of(100.0, 25.0, 90.0)));
    assertEquals(Optional.of(new Figures(1, 2, 2)), comparison.ratio());
  }

  @Test
  void withoutPeerThereIsNoRatio() {
    assertTrue(comparison(List.of(1.0), Optional.empty()).ratio().isEmpty());
  }

  @Test
  void sidesHaveTheSameRounds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> comparison(List.of(1.0, 2.0), Optional.of(List.of(1.0))));
  }

  private static Comparison comparison(List<Double> ours, Optional<List<Double>> theirs) {
    return new Comparison(
        "some.key",
        "something",
        "images/s",
        Better.HIGHER,
        new Side("Boxfit", ours),
        theirs.map(rounds -> new Side("peer", rounds)));
  }
}
