package io.boxfit.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.core.random.RandomStream;
import io.boxfit.core.random.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class ConstantBaselineTest {
  private static final Iou IOU = new Iou();

  @Test
  void theOneBoxOfASetIsItsBest() {
    Box box = new Box(3, 4, 8, 9);
    assertEquals(box, ConstantBaseline.fit(List.of(box)));
    assertEquals(box, ConstantBaseline.fit(List.of(box, box, new Box(50, 50, 60, 60))));
  }

  @Test
  void isNoWorseThanEveryBoxOnTheGrid() {
    RandomStream random = new Seed(1).stream("sets");
    for (int set = 0; set < 150; set++) {
      List<Box> boxes = new ArrayList<>();
      int count = random.nextInt(1, 8);
      for (int i = 0; i < count; i++) {
        int x = random.nextInt(8);
        int y = random.nextInt(6);
        boxes.add(new Box(x, y, x + random.nextInt(1, 10 - x), y + random.nextInt(1, 8 - y)));
      }
      double found = meanIou(ConstantBaseline.fit(boxes), boxes);
      double best = bestOfGrid(boxes, 10, 8);
      assertTrue(found >= best - 1e-9, set + ": " + found + " < " + best);
    }
  }

  @Test
  void isNoWorseThanMediansAndMeansAndComesBackTheSame() {
    RandomStream random = new Seed(2).stream("sets");
    for (int set = 0; set < 20; set++) {
      List<Box> boxes = letterBoxes(random, 300);
      Box found = ConstantBaseline.fit(boxes);
      assertEquals(found, ConstantBaseline.fit(boxes));
      Box median =
          new Box(
              median(boxes, Box::xMin),
              median(boxes, Box::yMin),
              median(boxes, Box::xMax),
              median(boxes, Box::yMax));
      assertTrue(meanIou(found, boxes) >= meanIou(median, boxes));
      // No box of the set itself is better either.
      double best = boxes.stream().mapToDouble(box -> meanIou(box, boxes)).max().orElseThrow();
      assertTrue(meanIou(found, boxes) >= best - 1e-9);
    }
  }

  @Test
  void findsTheLargerOfTwoClusters() {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      boxes.add(new Box(10, 10, 20, 20));
    }
    for (int i = 0; i < 40; i++) {
      boxes.add(new Box(150, 60, 180, 90));
    }
    assertEquals(new Box(10, 10, 20, 20), ConstantBaseline.fit(boxes));
  }

  @Test
  void manyBoxesTakeLittleTime() {
    List<Box> boxes = letterBoxes(new Seed(3).stream("many"), 40_000);
    Box found = Assertions.assertTimeout(Duration.ofSeconds(10), () -> ConstantBaseline.fit(boxes));
    assertTrue(meanIou(found, boxes) > 0.05, found.toString());
  }

  @Test
  void mistakesOfTheCallerAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> ConstantBaseline.fit(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> ConstantBaseline.fit(List.of(new Box(0, 0, 1, 1), new Box(1, 0, 0, 1))));
  }

  private static List<Box> letterBoxes(RandomStream random, int count) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int width = random.nextInt(5, 60);
      int height = random.nextInt(8, 60);
      int x = random.nextInt(0, 200 - width);
      int y = random.nextInt(0, 100 - height);
      boxes.add(new Box(x, y, x + width, y + height));
    }
    return boxes;
  }

  private static double bestOfGrid(List<Box> boxes, int width, int height) {
    double best = 0;
    for (int left = 0; left < width; left++) {
      for (int right = left + 1; right <= width; right++) {
        for (int top = 0; top < height; top++) {
          for (int bottom = top + 1; bottom <= height; bottom++) {
            best = Math.max(best, meanIou(new Box(left, top, right, bottom), boxes));
          }
        }
      }
    }
    return best;
  }

  private static double median(List<Box> boxes, ToDoubleFunction<Box> side) {
    double[] sorted = boxes.stream().mapToDouble(side).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double meanIou(Box box, List<Box> boxes) {
    return boxes.stream().mapToDouble(truth -> IOU.of(box, truth)).average().orElseThrow();
  }
}
