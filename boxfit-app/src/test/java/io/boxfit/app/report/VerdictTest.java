package io.boxfit.app.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Metrics;
import io.boxfit.core.metrics.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Box CONSTANT = new Box(60, 20, 120, 70);

  @Test
  void constantBoxDoesNotLook() {
    assertTrue(verdict(truth -> CONSTANT).startsWith("The network does not look at the picture:"));
  }

  @Test
  void tinyBoxInTheRightPlaceSees() {
    String verdict =
        verdict(truth -> new Box(truth.xMin(), truth.yMin(), truth.xMin() + 1, truth.yMin() + 1));
    assertTrue(verdict.startsWith("The network sees where the object is, but"), verdict);
  }

  @Test
  void looseBoxLooksButNotWell() {
    String verdict =
        verdict(
            truth ->
                new Box(
                    truth.xMin() - 12, truth.yMin() - 12, truth.xMax() + 12, truth.yMax() + 12));
    assertTrue(verdict.startsWith("The network looks at the picture, but not well:"), verdict);
  }

  @Test
  void truthLooks() {
    String verdict = verdict(truth -> truth);
    assertTrue(verdict.startsWith("The network looks at the picture: its boxes move"), verdict);
    assertTrue(verdict.contains("1.000 or more") && verdict.contains("100.0% of the way"), verdict);
  }

  /** Boxes of 40x30 all over a picture of 200x100. */
  private static String verdict(UnaryOperator<Box> network) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int x = 0; x <= 160; x += 8) {
      for (int y = 0; y <= 70; y += 7) {
        Box truth = new Box(x, y, x + 40, y + 30);
        outcomes.add(new Outcome(network.apply(truth), truth, 200, 100));
      }
    }
    return Verdict.of(Metrics.of(outcomes, CONSTANT));
  }
}
