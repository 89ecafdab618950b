package io.boxfit.model.layer;

/**
 * What is added along one axis of a map.
 *
 * @param low places before the first (left, top)
 * @param high places behind the last (right, bottom)
 */
public record Margin(int low, int high) {

  /** Whether both ends get the same. */
  public boolean symmetric() {
    return low == high;
  }
}
