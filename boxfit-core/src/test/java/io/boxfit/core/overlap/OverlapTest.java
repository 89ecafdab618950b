package io.boxfit.core.overlap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverlapTest {
  private static final List<OverlapMeasure> ALL =
      List.of(new Iou(), new Giou(), new Diou(), new Ciou());
  private static final Box TRUTH = new Box(1, 1, 3, 4);

  @Test
  void valuesComputedByHand() {
    Box prediction = new Box(0, 0, 2, 2);
    // Intersection 1, union 4 + 6 - 1 = 9.
    assertEquals(1.0 / 9, new Iou().of(prediction, TRUTH), 1e-15);
    // Enclosing box 3 x 4 = 12: 1/9 - 3/12.
    assertEquals(1.0 / 9 - 0.25, new Giou().of(prediction, TRUTH), 1e-15);
    // Centres (1, 1) and (2, 2.5): 3.25; diagonal 9 + 16 = 25: 1/9 - 0.13.
    assertEquals(1.0 / 9 - 0.13, new Diou().of(prediction, TRUTH), 1e-15);
    // v = 4 / pi^2 (atan(2/3) - pi/4)^2 = 0.405285 * 0.1973956^2 = 0.0157920;
    // alpha v = v^2 / (8/9 + v) = 0.00024939 / 0.9046809 = 0.00027566.
    assertEquals(1.0 / 9 - 0.13 - 0.00027566, new Ciou().of(prediction, TRUTH), 1e-8);
  }

  @Test
  void boxesApartScoreByTheirDistanceExceptForIou() {
    Box near = new Box(5, 1, 7, 4);
    Box far = new Box(50, 1, 52, 4);
    assertEquals(0, new Iou().of(near, TRUTH));
    // Enclosing box 6 x 3 = 18, union 12: -6/18.
    assertEquals(-1.0 / 3, new Giou().of(near, TRUTH), 1e-15);
    // Centres 4 apart, diagonal 36 + 9.
    assertEquals(-16.0 / 45, new Diou().of(near, TRUTH), 1e-15);
    for (OverlapMeasure measure : ALL.subList(1, 4)) {
      assertTrue(measure.of(far, TRUTH) < measure.of(near, TRUTH), measure.toString());
    }
  }

  @Test
  void agreesWithTorchvision() throws IOException {
    List<String> lines;
    try (InputStream stream = OverlapTest.class.getResourceAsStream("golden.csv")) {
      lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
    assertEquals(300, lines.size());
    for (String line : lines) {
      double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
      Box prediction = new Box(v[0], v[1], v[2], v[3]);
      Box truth = new Box(v[4], v[5], v[6], v[7]);
      for (int i = 0; i < 4; i++) {
        assertEquals(v[8 + i], ALL.get(i).of(prediction, truth), 2e-7, ALL.get(i) + " " + line);
      }
    }
  }

  @Test
  void aPerfectHitScoresOneAndNothingMore() {
    RandomStream random = new Seed(1).stream("boxes");
    for (int i = 0; i < 5000; i++) {
      Box a = any(random);
      Box b = any(random);
      for (OverlapMeasure measure : ALL) {
        assertEquals(1, measure.of(a, a), 1e-12, measure.toString());
        double value = measure.of(a, b);
        assertTrue(value <= 1 && value >= measure.least(), measure + " " + value);
        assertEquals(value, measure.of(b, a), 1e-12, "symmetric: " + measure);
      }
      assertTrue(new Giou().of(a, b) <= new Iou().of(a, b) + 1e-15);
      assertTrue(new Ciou().of(a, b) <= new Diou().of(a, b));
    }
  }

  @Test
  void improperPredictionsGetTheLeastValue() {
    double nan = Double.NaN;
    double infinite = Double.POSITIVE_INFINITY;
    for (Box bad :
        List.of(
            new Box(nan, 1, 3, 4),
            new Box(1, 1, 3, infinite),
            new Box(3, 1, 1, 4),
            new Box(1, 4, 3, 1),
            new Box(3, 4, 1, 1),
            new Box(1, 1, 1, 4),
            new Box(1, 1, 3, 1))) {
      for (OverlapMeasure measure : ALL) {
        assertEquals(measure.least(), measure.of(bad, TRUTH), measure + " " + bad);
      }
    }
    assertEquals(List.of(0.0, -1.0, -1.0, -1.5), ALL.stream().map(OverlapMeasure::least).toList());
  }

  @Test
  void giantAndTinyBoxesGiveNumbers() {
    for (double size : new double[] {1e-200, 1e-300, 1e154, 1e200, 1e308}) {
      Box extreme = new Box(-size, -size, size, size);
      for (OverlapMeasure measure : ALL) {
        double value = measure.of(extreme, TRUTH);
        assertTrue(value >= measure.least() && value <= 1, measure + " " + size + " " + value);
      }
    }
  }

  @Test
  void anImproperTruthIsAMistakeOfTheCaller() {
    for (OverlapMeasure measure : ALL) {
      assertThrows(IllegalArgumentException.class, () -> measure.of(TRUTH, new Box(3, 1, 1, 4)));
    }
  }

  private static Box any(RandomStream random) {
    double x = random.nextDouble(-50, 50);
    double y = random.nextDouble(-50, 50);
    return new Box(x, y, x + random.nextDouble(0.1, 60), y + random.nextDouble(0.1, 60));
  }
}
