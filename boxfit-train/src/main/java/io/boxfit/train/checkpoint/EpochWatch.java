package io.boxfit.train.checkpoint;

import io.boxfit.model.recipe.Recipe;
import io.boxfit.model.schedule.EarlyStopping;
import io.boxfit.model.schedule.Plateau;
import io.boxfit.model.schedule.ReduceOnPlateau;
import io.boxfit.model.schedule.Reduction;
import java.util.Map;
import java.util.Optional;

/**
 * What looks at the figures of epochs: reduces the learning rate, says when to stop, keeps the
 * weights of the best epoch. Saved with every checkpoint, where a recipe has any of it.
 */
public final class EpochWatch {
  private final Optional<ReduceOnPlateau> reducing;
  private final Optional<EarlyStopping> stopping;
  private final float[] best;
  private final EpochStanding beginning;
  private EpochStanding standing;

  private EpochWatch(
      Optional<ReduceOnPlateau> reducing, Optional<EarlyStopping> stopping, int kept) {
    this.reducing = reducing;
    this.stopping = stopping;
    this.best = new float[kept];
    Plateau none = Reduction.NONE.plateau();
    this.beginning =
        new EpochStanding(
            reducing.map(ReduceOnPlateau::begin).orElse(Reduction.NONE),
            stopping.map(EarlyStopping::begin).orElse(none));
    this.standing = beginning;
  }

  /**
   * At the beginning of a training.
   *
   * @param length of the flat weights
   */
  public static EpochWatch of(Recipe recipe, int length) {
    boolean keeps = recipe.earlyStopping().filter(EarlyStopping::restoreBest).isPresent();
    return new EpochWatch(recipe.reduceOnPlateau(), recipe.earlyStopping(), keeps ? length : 0);
  }

  /** Looks at nothing. */
  static EpochWatch none() {
    return new EpochWatch(Optional.empty(), Optional.empty(), 0);
  }

  /** What the learning rate is multiplied by. */
  public double factor() {
    return standing.reduction().factor();
  }

  /** Whether the training has to end here. */
  public boolean ends() {
    return stopping.filter(s -> s.ends(standing.stopping())).isPresent();
  }

  /**
   * Looks at an epoch.
   *
   * @param figures of it
   * @param weights after it
   */
  public void epochDone(EpochFigures figures, float[] weights) {
    Reduction reduction = standing.reduction();
    if (reducing.isPresent()) {
      ReduceOnPlateau schedule = reducing.get();
      reduction = schedule.after(reduction, figures.of(schedule.monitor()));
    }
    Plateau plateau = standing.stopping();
    if (stopping.isPresent()) {
      EarlyStopping rule = stopping.get();
      plateau = rule.after(plateau, figures.of(rule.monitor()));
      if (plateau.badEpochs() == 0) {
        System.arraycopy(weights, 0, best, 0, best.length);
      }
    }
    standing = new EpochStanding(reduction, plateau);
  }

  /** Puts the weights of the best epoch in place, where they are kept and there was one. */
  public void restoreBest(float[] weights) {
    if (Double.isFinite(standing.stopping().best())) {
      System.arraycopy(best, 0, weights, 0, best.length);
    }
  }

  Map<String, String> words() {
    return reducing.isPresent() || stopping.isPresent() ? standing.words() : Map.of();
  }

  Map<String, float[]> memory() {
    return best.length == 0 ? Map.of() : Map.of("bestWeights", best);
  }

  /** What a checkpoint says; absent words are those of the beginning. */
  EpochStanding read(Map<String, String> words) {
    return beginning.with(words);
  }

  void resume(EpochStanding saved) {
    standing = saved;
  }
}
