package io.boxfit.search.losses;

/** How the walk of a box ended. */
public enum Fate {
  /** It overlaps its target by more than {@link Walk#HOME}. */
  HOME("home"),

  /** It is not home, and moves on: too slow, or swinging. */
  STILL_MOVING("still moving"),

  /** It is not home, and its gradient is exactly zero: it will never move again. */
  DEAD("dead"),

  /** Its gradient, and so the box that the next step would make, is not a finite number. */
  NOT_A_NUMBER("not a number");

  private final String words;

  Fate(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}
