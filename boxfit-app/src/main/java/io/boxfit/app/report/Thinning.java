package io.boxfit.app.report;

import java.util.ArrayList;
import java.util.List;

/** Takes fewer of many, for charts that cannot show all. */
final class Thinning {
  private Thinning() {}

  /** At most so many members, evenly spaced, the first and the last among them. */
  static <T> List<T> spaced(List<T> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    List<T> spaced = new ArrayList<>(most);
    for (int i = 0; i < most; i++) {
      spaced.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
    }
    return spaced;
  }
}
