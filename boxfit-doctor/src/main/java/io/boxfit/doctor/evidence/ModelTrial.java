package io.boxfit.doctor.evidence;

import java.util.List;
import java.util.Optional;

/**
 * What became of asking a network itself.
 *
 * @param claimed the way in which it is said to be used, or the commonest where nothing is said
 * @param said whether the claim is the user's
 * @param others the best ways that were found, the best first; none where the file itself says how
 *     it is used
 * @param tried how many ways to make the input there were
 * @param baseline mean IoU of the one best box for every picture, on the pictures that confirm
 * @param probes how the box answers to changes of the picture, under {@link #probed()}; empty where
 *     its answers are not numbers
 */
public record ModelTrial(
    Way claimed,
    boolean said,
    List<Way> others,
    int tried,
    double baseline,
    Optional<ProbeFigures> probes) {
  /** A tenth of the way from the one best box to the truth: by chance no way gets there. */
  private static final double WORKS = 0.1;

  /** What another way must bring in mean IoU. */
  private static final double BRINGS = 0.15;

  /** Copies the list. */
  public ModelTrial {
    others = List.copyOf(others);
  }

  /** The same with how the box answers to changes. */
  public ModelTrial with(Optional<ProbeFigures> seen) {
    return new ModelTrial(claimed, said, others, tried, baseline, seen);
  }

  /** A way that works and is far better than what is claimed. */
  public Optional<Way> better() {
    return others.stream()
        .findFirst()
        .filter(this::works)
        .filter(way -> way.confirmed() >= claimed.confirmed() + BRINGS);
  }

  /**
   * The way under which it is worth asking whether the network looks: one that works, else the best
   * that was found.
   */
  public Way probed() {
    if (works(claimed)) {
      return better().orElse(claimed);
    }
    return others.stream()
        .findFirst()
        .filter(way -> way.confirmed() > claimed.confirmed())
        .orElse(claimed);
  }

  /** Whether a way finds the object. */
  public boolean works(Way way) {
    return way.confirmed() - baseline >= WORKS * (1 - baseline);
  }
}
