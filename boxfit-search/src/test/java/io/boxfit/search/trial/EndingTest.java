package io.boxfit.search.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class EndingTest {

  /** What becomes of boxes that wander over the picture when each is predicted so. */
  private static Ending ending(UnaryOperator<Box> predicted) {
    return ending(predicted, true, true);
  }

  private static Ending ending(UnaryOperator<Box> predicted, boolean finite, boolean moving) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      double x = 4 * (i % 10);
      double y = 7 * (i % 4);
      Box truth = new Box(x, y, x + 20, y + 24);
      outcomes.add(new Outcome(predicted.apply(truth), truth, 100, 50));
    }
    return Ending.of(Metrics.of(outcomes, new Box(20, 10, 40, 34)), finite, moving);
  }

  @Test
  void everyEndingIsToldByItsBoxes() {
    assertEquals(Ending.CONVERGED, ending(truth -> truth));
    assertEquals(Ending.SAME_BOX, ending(truth -> new Box(20, 10, 40, 34)));
    assertEquals(
        Ending.PINNED_SIDE, ending(truth -> new Box(0, truth.yMin(), truth.xMax(), truth.yMax())));
    assertEquals(
        Ending.STILL_MOVING,
        ending(
            truth ->
                new Box(
                    18 + 0.3 * truth.xMin(),
                    8 + 0.3 * truth.yMin(),
                    20 + 0.3 * truth.xMax(),
                    12 + 0.3 * truth.yMax())));
    assertEquals(Ending.SAME_BOX, ending(truth -> new Box(40, 30, 20, 10)));
  }

  @Test
  void weightsAndGradientsDecideBeforeBoxes() {
    Box nothing = new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    assertEquals(Ending.NOT_A_NUMBER, ending(truth -> nothing, false, true));
    assertEquals(Ending.DEAD_GRADIENT, ending(truth -> new Box(20, 10, 40, 34), true, false));
    assertEquals(Ending.CONVERGED, ending(truth -> truth, true, false));
  }
}
