package io.boxfit.search.losses;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.loss.CenterPointLoss;
import io.boxfit.model.loss.GiouLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.L1Loss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.MseLoss;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One box and a target of 1 x 1 around 0, 0. */
final class WalkTest {
  private static Walk walk(BoxLoss loss, int steps, double... box) {
    Walk walk = new Walk(loss, box, new double[] {1, 1}, steps);
    walk.run();
    return walk;
  }

  private static BoxWalk end(Walk walk) {
    return walk.boxWalks().get(0);
  }

  @Test
  void overlapAloneMovesNothingWithoutOverlap() {
    for (BoxLoss loss : new BoxLoss[] {new IouLoss(), new GuardedLnIouLoss(1e-6)}) {
      Walk walk = walk(loss, 200, 3, 0.25, 1, 1);
      assertEquals(new BoxWalk(Fate.DEAD, 0, -1, true, false, false), end(walk));
      assertArrayEquals(new double[] {3, 0.25, 1, 1}, walk.box(0));
    }
  }

  @Test
  void logarithmIsNoNumberWithoutOverlap() {
    Walk walk = walk(new LnIouLoss(), 2, 3, 0.25, 1, 1);
    assertEquals(new BoxWalk(Fate.NOT_A_NUMBER, 0, -1, true, false, false), end(walk));
    double error = 3.25 / 4;
    assertArrayEquals(new double[] {error, error, error}, walk.errors(), 1e-12);
  }

  /**
   * The hull is 4 x 1.25, C = 5, the union U = 2, the loss 2 - U / C. Its gradient is U / C^2 times
   * the hull's growth, 1.25 and 4 by the centre, half of them by the size, there less 1 / C.
   */
  @Test
  void giouMovesWithoutOverlap() {
    Walk walk = walk(new GiouLoss(), 1, 3, 0.25, 1, 1);
    double[] box = {3 - 0.2 * 0.1, 0.25 - 0.2 * 0.32, 1 + 0.2 * 0.15, 1 + 0.2 * 0.04};
    assertArrayEquals(box, walk.box(0), 1e-12);
    assertEquals(Fate.STILL_MOVING, end(walk).fate());
  }

  /** The IoU is 0.5 / 12.5, so that a step is 0.196 times half of each error. */
  @Test
  void stepIsRateTimesTwoLessIou() {
    Walk walk = walk(new MseLoss(), 1, 1, 2, 3, 4);
    double[] box = {1 - 0.196 * 0.5, 2 - 0.196, 3 - 0.196, 4 - 0.196 * 1.5};
    assertArrayEquals(box, walk.box(0), 1e-12);
    assertArrayEquals(new double[] {8 / 4.0, (8 - 0.196 * 4) / 4}, walk.errors(), 1e-12);
  }

  /** Far away a step of the mean absolute error is a quarter of twice the rate. */
  @Test
  void rateFallsAfterFourFifthsAndNineTenths() {
    double way = 0.5 * (8 * 0.1 + 0.01 + 0.001);
    assertEquals(100 - way, walk(new L1Loss(), 10, 100, -100, 1, 1).box(0)[0], 1e-12);
    assertEquals(-100 + way, walk(new L1Loss(), 10, 100, -100, 1, 1).box(0)[1], 1e-12);
  }

  @Test
  void invertedBoxHasNoOverlap() {
    Walk walk = walk(new IouLoss(), 200, 0.1, 0.2, -1, 1);
    assertEquals(new BoxWalk(Fate.DEAD, 0, -1, true, false, true), end(walk));
    BoxWalk home = end(walk(new MseLoss(), 200, 0.1, 0.2, -1, 1));
    assertEquals(Fate.HOME, home.fate());
    assertFalse(home.inverted());
  }

  /** Beside its target IoU still has a slope of about 2: a step of about 0.2 leads away. */
  @Test
  void overlapLeavesHomeAtTheFullRate() {
    BoxWalk end = end(walk(new IouLoss(), 200, 0.01, 0.02, 1, 1));
    assertEquals(0, end.firstHome());
    assertTrue(end.leftHome());
    assertFalse(end(walk(new MseLoss(), 200, 0.01, 0.02, 1, 1)).leftHome());
  }

  @Test
  void boxThatIsHomeStaysThere() {
    BoxWalk end = end(walk(new MseLoss(), 200, 0, 0, 1, 1));
    assertEquals(new BoxWalk(Fate.HOME, 1, 0, false, false, false), end);
  }

  @Test
  void centrePointLeavesTheSizeAlone() {
    Walk walk = walk(new CenterPointLoss(), 200, 2, -1, 2, 0.5);
    double[] box = walk.box(0);
    assertArrayEquals(new double[] {0, 0, 2, 0.5}, box, 1e-3);
    assertEquals(Fate.STILL_MOVING, end(walk).fate());
    assertEquals(0.5 / 1.5, end(walk).iou(), 1e-3);
  }

  /** What the study relies on when it walks a quarter of the circle only. */
  @Test
  void mirroredStartsWalkMirroredWays() {
    double[] boxes = new Starts(4).boxes(0, 1);
    for (Map.Entry<String, BoxLoss> entry : LossesStudy.losses().entrySet()) {
      Walk walk = new Walk(entry.getValue(), boxes, Starts.targets(1), 200);
      walk.run();
      for (int axis = 0; axis < 2; axis++) {
        double[] mirrored = boxes.clone();
        for (int i = axis; i < boxes.length; i += 4) {
          mirrored[i] = -boxes[i];
        }
        Walk other = new Walk(entry.getValue(), mirrored, Starts.targets(1), 200);
        other.run();
        assertEquals(walk.boxWalks(), other.boxWalks(), entry.getKey());
        assertArrayEquals(walk.errors(), other.errors(), 1e-9, entry.getKey());
      }
    }
  }
}
