package io.boxfit.search.losses;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the boxes of some places fared under one loss. Results of other places can be added. */
public final class LossResult {
  private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
  private final int[] homeAtPlace;
  private final int[] arrivals;
  private final double[] errors;
  private int boxes;
  private int neverMoved;
  private int leftHome;
  private int inverted;
  private double ious;

  /**
   * Of no box yet.
   *
   * @param places of the whole study
   * @param steps of each walk
   */
  LossResult(int places, int steps) {
    homeAtPlace = new int[places];
    arrivals = new int[steps + 1];
    errors = new double[steps + 1];
  }

  /**
   * Adds the boxes that started at some places.
   *
   * @param first of the places
   * @param walks of its boxes, and of those of the places after it
   * @param moreErrors the sums over the boxes, before each step and after the last
   */
  void add(int first, List<BoxWalk> walks, double[] moreErrors) {
    for (int i = 0; i < walks.size(); i++) {
      BoxWalk walk = walks.get(i);
      fates.merge(walk.fate(), 1, Integer::sum);
      if (walk.fate() == Fate.HOME) {
        homeAtPlace[first + i / Starts.PER_PLACE]++;
        arrivals[walk.firstHome()]++;
      }
      neverMoved += walk.neverMoved() ? 1 : 0;
      leftHome += walk.leftHome() ? 1 : 0;
      inverted += walk.inverted() ? 1 : 0;
      ious += walk.iou();
    }
    for (int step = 0; step < errors.length; step++) {
      errors[step] += moreErrors[step];
    }
    boxes += walks.size();
  }

  /** Share of the boxes that ended so; the four shares add up to 1. */
  public double share(Fate fate) {
    return fates.getOrDefault(fate, 0) / (double) boxes;
  }

  /** Share of the boxes that are not home, because their gradient at the start moves nothing. */
  public double neverMoved() {
    return neverMoved / (double) boxes;
  }

  /** Share of the boxes that were home and at a later step were not: the loss is unstable there. */
  public double leftHome() {
    return leftHome / (double) boxes;
  }

  /** Share of the boxes that end with a width or height that is not positive. */
  public double inverted() {
    return inverted / (double) boxes;
  }

  /** At the end; a box that is not a number counts 0. */
  public double meanIou() {
    return ious / boxes;
  }

  /**
   * Of the boxes that are home at the end, half were home for the first time after so many steps or
   * fewer; -1 if none is.
   */
  public int medianSteps() {
    int half = (fates.getOrDefault(Fate.HOME, 0) + 1) / 2;
    int counted = 0;
    for (int step = 0; step < arrivals.length && half > 0; step++) {
      counted += arrivals[step];
      if (counted >= half) {
        return step;
      }
    }
    return -1;
  }

  /**
   * Mean absolute error of centre x, centre y, width and height before each step and after the
   * last; a box that is not a number counts where it was last.
   */
  public double[] meanErrors() {
    double[] means = new double[errors.length];
    for (int step = 0; step < errors.length; step++) {
      means[step] = errors[step] / boxes;
    }
    return means;
  }

  /** Share of the boxes that started at a place and are home at the end. */
  public double homeFrom(int place) {
    return homeAtPlace[place] / (double) Starts.PER_PLACE;
  }
}
