package io.boxfit.model.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.boxfit.model.layer.Axis;
import io.boxfit.model.layer.BestCandidate;
import io.boxfit.model.layer.CellBoxes;
import io.boxfit.model.layer.Concat;
import io.boxfit.model.layer.Conv1D;
import io.boxfit.model.layer.Conv2D;
import io.boxfit.model.layer.CropWindow;
import io.boxfit.model.layer.Enlarge;
import io.boxfit.model.layer.GroupNorm;
import io.boxfit.model.layer.Marginal;
import io.boxfit.model.layer.Padding;
import io.boxfit.model.layer.PixelShuffle1D;
import io.boxfit.model.layer.RoundBox;
import io.boxfit.model.layer.SideOffsets;
import io.boxfit.model.layer.SideStrips;
import io.boxfit.model.layer.SoftArgmaxBox;
import io.boxfit.model.layer.Standardize;
import io.boxfit.model.layer.TopCells;
import io.boxfit.model.layer.Upsample2D;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Single layers in ONNX Runtime against values computed by hand. */
class LayerOperatorsTest {
  private static final float[] ONE = {1};
  private static final float[] ZERO = {0};
  private static final double E2 = Math.exp(2);
  private static final double E_4 = Math.exp(-4);

  private static void assertGives(float[] got, double... wanted) {
    float[] expected = new float[wanted.length];
    for (int i = 0; i < wanted.length; i++) {
      expected[i] = (float) wanted[i];
    }
    assertArrayEquals(expected, got, 2e-4f);
  }

  @Test
  void upsampledMapsAreCutAtTheRightAndTheBottom() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, ONE, ZERO)
            .linear("half", 2, ONE, ZERO)
            .add("up", new Upsample2D(2), "half", "bytes");
    float[] got = sketch.run("up", 5, 3, 1, 9, 2, 9, 3, 9, 9, 9, 9, 9, 4, 9, 5, 9, 6);
    assertGives(got, 1, 1, 2, 2, 3, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6);
  }

  @Test
  void upsampledMapsThatFitAreNotCut() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, ONE, ZERO)
            .linear("third", 3, ONE, ZERO)
            .add("up", new Upsample2D(3), "third", "bytes");
    assertGives(sketch.run("up", 3, 3, 7, 0, 0, 0, 0, 0, 0, 0, 0), 7, 7, 7, 7, 7, 7, 7, 7, 7);
  }

  @Test
  void marginalsHoldMaximaThenMeans() throws Exception {
    for (Axis axis : Axis.values()) {
      NetworkSketch sketch =
          new NetworkSketch()
              .linear("bytes", 1, new float[] {1, -1}, new float[] {0, 10})
              .add("marginal", new Marginal(axis), "bytes");
      float[] got = sketch.run("marginal", 3, 2, 1, 2, 3, 5, 4, 9);
      if (axis == Axis.X) {
        assertGives(got, 5, 4, 9, 9, 8, 7, 3, 3, 6, 7, 7, 4);
      } else {
        assertGives(got, 3, 9, 9, 6, 2, 6, 8, 4);
      }
    }
  }

  @Test
  void shuffledChannelsBecomePlaces() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, new float[] {1, 1}, new float[] {0, 100})
            .add("row", new Marginal(Axis.X), "bytes")
            .add("shuffled", new PixelShuffle1D(2), "row");
    // The row: maxima 1 2 3 and 101 102 103, then the means, which are the same.
    float[] got = sketch.run("shuffled", 3, 1, 1, 2, 3);
    assertGives(got, 1, 101, 2, 102, 3, 103, 1, 101, 2, 102, 3, 103);
  }

  @Test
  void cellsGiveBoxesWithBoundedSizes() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("raw", 1, new float[] {1, 0, 0, 0, 0}, new float[] {0, .25f, -.5f, 5, -9})
            .add("boxes", new CellBoxes(8, 12), "raw");
    double w = 12 * E2;
    double h = 12 * E_4;
    assertGives(
        sketch.run("boxes", 2, 1, 3, 7),
        new double[] {3, 7, 6 - w, 14 - w, -h, -h, 6 + w, 14 + w, h, h});
  }

  @Test
  void theFirstOfTheBestCellsWins() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("raw", 1, new float[] {1, 0, 0, 0, 0}, new float[5])
            .add("boxes", new CellBoxes(10, 1), "raw")
            .add("best", new TopCells(1, 0.4), "boxes");
    assertGives(sketch.run("best", 3, 2, 1, 2, 2, 9, 8, 9), 9, 4, 14, 6, 16);
  }

  @Test
  void aSecondCandidateDoesNotOverlapTheFirst() throws Exception {
    // One row of cells 10 wide with boxes of 24: neighbours overlap by 14 / 34 = 0.41.
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("raw", 1, new float[] {1, 0, 0, 0, 0}, new float[5])
            .add("boxes", new CellBoxes(10, 12), "raw")
            .add("two", new TopCells(2, 0.4), "boxes");
    assertGives(
        sketch.run("two", 4, 1, 1, 9, 8, 3), new double[] {9, 3, -7, 27, 17, 3, 23, -7, 47, 17});
  }

  @Test
  void scoreAndLogitDecideBetweenCandidates() throws Exception {
    // The score is the mean byte of what the window shows: 4 at the first candidate, 8 at the
    // second.
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, ONE, ZERO)
            .linear("raw", 1, new float[] {-1, 0, 0, 0, 0}, new float[5])
            .add("boxes", new CellBoxes(1, 0.5), "raw")
            .add("two", new TopCells(2, 0.4), "boxes")
            .add("window", new Enlarge(0, 0), "two")
            .add("crop", new CropWindow(1), "bytes", "window")
            .add("row", new Marginal(Axis.X), "crop")
            .add("score", new Conv1D(1, 1, Padding.VALID, false, Optional.empty()), "row")
            .weights("score.kernel", new float[] {0, 1.5f})
            .add("decided", new BestCandidate(), "window", "score", "two");
    assertGives(sketch.run("decided", 3, 1, 8, 20, 4), 0, 0, 1, 1);
  }

  /** A picture whose byte at (x, y) is 10 y + x, and the box x 2..6, y 1..3 in it. */
  private static NetworkSketch alongTheSidesOf2To6And1To3() {
    return new NetworkSketch()
        .linear("bytes", 1, ONE, ZERO)
        .linear("raw", 8, new float[5], new float[] {0, 0, -.25f, (float) Math.log(2), 0})
        .add("boxes", new CellBoxes(8, 1), "raw")
        .add("best", new TopCells(1, 0.4), "boxes")
        .add("window", new Enlarge(0, 0), "best")
        .add("anchor", new RoundBox(), "window")
        .add("strips", new SideStrips(2, 1, 0), "bytes", "anchor");
  }

  private static final int[] COUNTED = {
    0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 20, 21, 22, 23, 24, 25, 26, 27, 30, 31,
    32, 33, 34, 35, 36, 37
  };

  @Test
  void stripsCrossEachSideFromOutsideToInside() throws Exception {
    // Left is crossed from column 1 to 2 in the middle of y 1..3, between rows 1 and 2: 15 + x;
    // top from row 0 to 1 in the middle of x 2..6, between columns 3 and 4; right from 6 to 5,
    // bottom from row 3 to 2.
    assertGives(
        alongTheSidesOf2To6And1To3().run("strips", 8, 4, COUNTED),
        new double[] {16, 17, 3.5, 13.5, 21, 20, 33.5, 23.5});
  }

  @Test
  void offsetsMoveSidesInwards() throws Exception {
    NetworkSketch sketch =
        alongTheSidesOf2To6And1To3()
            .add("logits", new Marginal(Axis.X), "strips")
            .add("row", new Conv1D(1, 1, Padding.VALID, false, Optional.empty()), "logits")
            .weights("row.kernel", new float[] {(float) Math.log(3), 0})
            .add("moved", new SideOffsets(), "row", "anchor");
    // One byte more makes a place three times as likely; from row to row that is 3^10.
    assertGives(
        sketch.run("moved", 8, 4, COUNTED),
        new double[] {2 + .75 - 1, 1 + 1 - 1, 6 - .25 + 1, 3 - 0 + 1});
  }

  @Test
  void smallBoxesGrowAsIfTheyHadOnePixel() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("raw", 1, new float[5], new float[] {0, 0, 0, 0, 2})
            .add("boxes", new CellBoxes(10, 0.25), "raw")
            .add("best", new TopCells(1, 0.4), "boxes")
            .add("grown", new Enlarge(0.5, 3), "best");
    double h = 0.25 * E2;
    assertGives(
        sketch.run("grown", 1, 1, 0),
        new double[] {5 - .25 - 3.5, 5 - 2 * h - 3, 5 + .25 + 3.5, 5 + 2 * h + 3});
  }

  /** The window is the picture itself, moved to the right by {@code shift} pixels. */
  private static float[] crop(float shift) throws Exception {
    return new NetworkSketch()
        .linear("bytes", 1, ONE, ZERO)
        .linear("raw", 4, new float[5], new float[] {0, shift / 4, 0, 0, (float) Math.log(.5)})
        .add("boxes", new CellBoxes(4, 2), "raw")
        .add("best", new TopCells(1, 0.4), "boxes")
        .add("window", new Enlarge(0, 0), "best")
        .add("crop", new CropWindow(4), "bytes", "window")
        .run("crop", 4, 2, 10, 20, 30, 40, 50, 60, 70, 80);
  }

  @Test
  void windowsSampleBetweenPixelsAndRepeatTheBorder() throws Exception {
    // The cell's middle is (2, 2), half the height is 1: rows at 1.25, 1.75, 2.25, 2.75, which lie
    // 0.75 and more below the first row's middle; from 1.5 on the border is repeated.
    double[] columns = {10, 20, 30, 40};
    double[] rows = {.75, 1, 1, 1};
    for (float shift : new float[] {0, .5f, 4, -9}) {
      double[] wanted = new double[16];
      for (int i = 0; i < 16; i++) {
        double x = Math.max(0, Math.min(3, i % 4 + shift));
        int low = (int) x;
        double between = columns[low] + (x - low) * (columns[Math.min(3, low + 1)] - columns[low]);
        wanted[i] = between + 40 * rows[i / 4];
      }
      assertGives(crop(shift), wanted);
    }
  }

  @Test
  void standardisedSamplesHaveMeanZeroAndAlmostDeviationOne() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, ONE, ZERO)
            .add("standard", new Standardize(0.5), "bytes");
    assertGives(sketch.run("standard", 2, 2, 0, 4, 4, 0), -.8, .8, .8, -.8);
  }

  @Test
  void groupsAreNormalisedApartAndScaledPerChannel() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, new float[] {1, 1, 1, 5}, new float[] {0, 10, 0, 0})
            .add("norm", new GroupNorm(2, 1), "bytes")
            .weights("norm.gain", 1, 2, 3, 4)
            .weights("norm.shift", .1f, .2f, .3f, .4f);
    // Group 0 holds 0 2 10 12: mean 6, variance 26. Group 1 holds 0 2 0 10: mean 3, variance 17.
    double a = Math.sqrt(27);
    double b = Math.sqrt(18);
    assertGives(
        sketch.run("norm", 2, 1, 0, 2),
        .1 - 6 / a,
        .1 - 4 / a,
        .2 + 2 * 4 / a,
        .2 + 2 * 6 / a,
        .3 - 3 * 3 / b,
        .3 - 3 * 1 / b,
        .4 - 4 * 3 / b,
        .4 + 4 * 7 / b);
  }

  @Test
  void convolutionsWithoutPaddingStayInside() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("bytes", 1, ONE, ZERO)
            .add("conv", new Conv2D(1, 2, 1, Padding.VALID, false, Optional.empty()), "bytes")
            .weights("conv.kernel", 1, 10, 100, 1000)
            .add("row", new Marginal(Axis.X), "conv")
            .add("conv1", new Conv1D(1, 2, Padding.VALID, true, Optional.empty()), "row")
            .weights("conv1.kernel", 1, 2, 0, 1)
            .weights("conv1.bias", .5f);
    // The first convolution gives 5421 and 6532 (not flipped); maxima and means are the same.
    assertGives(sketch.run("conv1", 3, 2, 1, 2, 3, 4, 5, 6), 5421 + 3 * 6532 + .5);
  }

  @Test
  void joinedMapsKeepTheirOrder() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("a", 1, ONE, ZERO)
            .linear("b", 1, ONE, new float[] {50})
            .add("both", new Concat(), "b", "a");
    assertGives(sketch.run("both", 2, 1, 1, 2), 51, 52, 1, 2);
  }

  @Test
  void sidesAreExpectedPlacesInTheWindow() throws Exception {
    NetworkSketch sketch =
        new NetworkSketch()
            .linear("logits", 1, new float[] {(float) Math.log(3)}, ZERO)
            .add("alongX", new Marginal(Axis.X), "logits")
            .add("alongY", new Marginal(Axis.Y), "logits")
            .linear("raw", 2, new float[5], new float[] {0, 0, 0, 0, (float) Math.log(3)})
            .add("boxes", new CellBoxes(20, 4), "raw")
            .add("best", new TopCells(1, 0.4), "boxes")
            .add("window", new Enlarge(0, 0), "best")
            .add("sides", new SoftArgmaxBox(), "alongX", "alongY", "window");
    // The window is x 6..14, y -2..22. Along both axes the maxima differ by log 3, the means by
    // half
    // of it: along x the second place is likelier, along y the first.
    double half = Math.sqrt(3) / (1 + Math.sqrt(3));
    assertGives(
        sketch.run("sides", 2, 2, 0, 1, 0, 0),
        6 + .75 * 4,
        -2 + .25 * 12,
        6 + (half + 1) * 4,
        -2 + (1 - half + 1) * 12);
  }
}
