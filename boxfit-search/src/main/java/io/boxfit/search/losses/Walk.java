package io.boxfit.search.losses;

import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.overlap.Iou;
import io.boxfit.model.loss.BoxLoss;
import io.boxfit.model.network.Input;
import io.boxfit.train.objective.BoxLossFunction;
import io.boxfit.train.objective.BoxLossSlope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pulls boxes to their targets by one loss alone, without any network (Zheng et al., arXiv
 * 1911.08287, section 3.2). The numbers that move are centre x, centre y, width and height; a step
 * is {@code -rate (2 - IoU) gradient}, with a rate of 0.1, from 80% of the steps on 0.01, from 90%
 * on 0.001.
 *
 * <p>A step may make a width or height negative. Nothing is done about it: such a box has no area,
 * an IoU of 0, and whatever gradient its loss gives it.
 */
final class Walk {
  /** A box is home while its IoU with its target is above this. */
  static final double HOME = 0.9;

  private static final Iou IOU = new Iou();
  private static final BoxEncoding NUMBERS = new BoxEncoding(BoxFormat.CXCYWH, BoxUnit.PIXELS);

  private final BoxLossFunction function;
  private final double[] boxes;
  private final double[] sizes;
  private final int steps;
  private final double[] ious;
  private final int[] firstHome;
  private final boolean[] neverMoved;
  private final boolean[] leftHome;
  private final Fate[] standing;
  private final double[] errors;

  /**
   * @param loss that pulls
   * @param starts centre x, centre y, width, height of each box
   * @param sizes width and height of each target; their middles are at 0, 0
   * @param steps to take
   */
  Walk(BoxLoss loss, double[] starts, double[] sizes, int steps) {
    this.function = new BoxLossFunction(loss, NUMBERS, new Input(1, 1, 1));
    this.boxes = starts.clone();
    this.sizes = sizes;
    this.steps = steps;
    int count = sizes.length / 2;
    ious = new double[count];
    firstHome = new int[count];
    Arrays.fill(firstHome, -1);
    neverMoved = new boolean[count];
    leftHome = new boolean[count];
    standing = new Fate[count];
    errors = new double[steps + 1];
  }

  /** Walks to the end. */
  void run() {
    int[] moving = IntStream.range(0, ious.length).toArray();
    for (int step = 0; step <= steps; step++) {
      look(step, moving);
      double[] gradient = BoxLossSlope.of(function, numbers(moving), truths(moving)).gradient();
      double rate = rate(Math.min(step, steps - 1));
      int going = 0;
      for (int k = 0; k < moving.length; k++) {
        int i = moving[k];
        if (move(i, gradient, 4 * k, rate, step < steps)) {
          moving[going++] = i;
        } else if (step == 0) {
          neverMoved[i] = ious[i] <= HOME;
        }
      }
      moving = Arrays.copyOf(moving, going);
    }
  }

  /** How each box fared. */
  List<BoxWalk> boxWalks() {
    return IntStream.range(0, ious.length).mapToObj(this::boxWalk).toList();
  }

  /**
   * Before each step and after the last, the sum over the boxes of the mean error of their four
   * numbers. A box that is not a number any more counts where it was last.
   */
  double[] errors() {
    return errors.clone();
  }

  /** Centre x, centre y, width, height of a box where it is now. */
  double[] box(int i) {
    return Arrays.copyOfRange(boxes, 4 * i, 4 * i + 4);
  }

  private BoxWalk boxWalk(int i) {
    boolean number = standing[i] != Fate.NOT_A_NUMBER;
    Fate fate = standing[i] == null ? Fate.STILL_MOVING : standing[i];
    boolean inverted = number && (boxes[4 * i + 2] <= 0 || boxes[4 * i + 3] <= 0);
    return new BoxWalk(
        number && ious[i] > HOME ? Fate.HOME : fate,
        number ? ious[i] : 0,
        firstHome[i],
        neverMoved[i],
        leftHome[i],
        inverted);
  }

  /** Moves a box, and tells whether it can move again. */
  private boolean move(int i, double[] gradient, int from, double rate, boolean really) {
    double pull = rate * (2 - ious[i]);
    boolean zero = true;
    boolean finite = true;
    for (int k = 0; k < 4; k++) {
      zero &= gradient[from + k] == 0;
      finite &= Double.isFinite(boxes[4 * i + k] - pull * gradient[from + k]);
    }
    if (zero || !finite) {
      // The same place has the same gradient: it stands here for good.
      standing[i] = zero ? Fate.DEAD : Fate.NOT_A_NUMBER;
      leftHome[i] |= !zero && firstHome[i] >= 0;
      return false;
    }
    for (int k = 0; k < 4 && really; k++) {
      boxes[4 * i + k] -= pull * gradient[from + k];
    }
    return true;
  }

  private double rate(int step) {
    if (10 * step < 8 * steps) {
      return 0.1;
    }
    return 10 * step < 9 * steps ? 0.01 : 0.001;
  }

  private void look(int step, int[] moving) {
    for (int i : moving) {
      ious[i] = iou(i);
      if (ious[i] > HOME && firstHome[i] < 0) {
        firstHome[i] = step;
      }
      leftHome[i] |= ious[i] <= HOME && firstHome[i] >= 0;
    }
    for (int i = 0; i < ious.length; i++) {
      errors[step] +=
          (Math.abs(boxes[4 * i])
                  + Math.abs(boxes[4 * i + 1])
                  + Math.abs(boxes[4 * i + 2] - sizes[2 * i])
                  + Math.abs(boxes[4 * i + 3] - sizes[2 * i + 1]))
              / 4;
    }
  }

  private double iou(int i) {
    double halfWidth = boxes[4 * i + 2] / 2;
    double halfHeight = boxes[4 * i + 3] / 2;
    Box box =
        new Box(
            boxes[4 * i] - halfWidth,
            boxes[4 * i + 1] - halfHeight,
            boxes[4 * i] + halfWidth,
            boxes[4 * i + 1] + halfHeight);
    double right = sizes[2 * i] / 2;
    double bottom = sizes[2 * i + 1] / 2;
    return IOU.of(box, new Box(-right, -bottom, right, bottom));
  }

  private double[] numbers(int[] moving) {
    double[] numbers = new double[4 * moving.length];
    for (int k = 0; k < moving.length; k++) {
      System.arraycopy(boxes, 4 * moving[k], numbers, 4 * k, 4);
    }
    return numbers;
  }

  private double[] truths(int[] moving) {
    double[] truths = new double[4 * moving.length];
    for (int k = 0; k < moving.length; k++) {
      double right = sizes[2 * moving[k]] / 2;
      double bottom = sizes[2 * moving[k] + 1] / 2;
      truths[4 * k] = -right;
      truths[4 * k + 1] = -bottom;
      truths[4 * k + 2] = right;
      truths[4 * k + 3] = bottom;
    }
    return truths;
  }
}
