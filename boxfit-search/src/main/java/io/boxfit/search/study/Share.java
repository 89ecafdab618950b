package io.boxfit.search.study;

/**
 * A share of trials with its 95% interval after Wilson (1927), which holds for few trials and for
 * shares of 0 and 1, too.
 *
 * @param share of the trials, in [0, 1]
 * @param low end of the interval
 * @param high end of the interval
 */
public record Share(double share, double low, double high) {
  private static final double Z = 1.959963984540054;

  /**
   * The share of some among all.
   *
   * @param some from 0 to all
   * @param all at least 1
   */
  public static Share of(int some, int all) {
    double share = (double) some / all;
    double z2 = Z * Z / all;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / all + z2 / (4 * all));
    return new Share(share, Math.max(0, middle - half), Math.min(1, middle + half));
  }
}
