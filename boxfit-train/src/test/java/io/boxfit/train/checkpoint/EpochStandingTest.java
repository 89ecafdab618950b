package io.boxfit.train.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.boxfit.core.BadInputException;
import io.boxfit.model.schedule.Plateau;
import io.boxfit.model.schedule.Reduction;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EpochStandingTest {
  private static final EpochStanding FRESH =
      new EpochStanding(Reduction.NONE, new Plateau(Double.NEGATIVE_INFINITY, 0));

  @Test
  void wordsSayItAgainExactly() {
    EpochStanding standing =
        new EpochStanding(
            new Reduction(new Plateau(1.0 / 3, 2), 4, 0.1 * 0.1), new Plateau(0.1 + 0.2, 7));
    assertEquals(standing, FRESH.with(standing.words()));
    assertEquals(FRESH, standing.with(FRESH.words()));
  }

  @Test
  void absentWordsAreThoseOfTheBeginning() {
    assertEquals(FRESH, FRESH.with(Map.of("step", "7")), "a checkpoint from before there were any");
    assertEquals(3, FRESH.with(Map.of("stopping.badEpochs", "3")).stopping().badEpochs());
  }

  @Test
  void impossibleWordsAreRefused() {
    for (String word : FRESH.words().keySet()) {
      assertThrows(NumberFormatException.class, () -> FRESH.with(Map.of(word, "many")), word);
    }
    for (String word :
        new String[] {
          "reduction.badEpochs", "reduction.cooldown", "reduction.factor", "stopping.badEpochs"
        }) {
      assertThrows(BadInputException.class, () -> FRESH.with(Map.of(word, "-1")), word);
    }
  }
}
