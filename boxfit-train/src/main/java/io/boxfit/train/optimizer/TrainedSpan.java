package io.boxfit.train.optimizer;

import io.boxfit.train.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of the flat array that an optimiser moves; moving statistics lie between stretches.
 *
 * @param begin index of its first number
 * @param end index after its last number
 */
record TrainedSpan(int begin, int end) {

  /** The trained parameters, neighbours in one stretch: long loops are what makes steps fast. */
  static List<TrainedSpan> of(ParameterLayout layout) {
    List<TrainedSpan> spans = new ArrayList<>();
    for (ParameterLayout.Slot slot : layout.slots()) {
      if (!slot.parameter().parameter().role().trained()) {
        continue;
      }
      int end = slot.offset() + slot.length();
      int last = spans.size() - 1;
      if (last >= 0 && spans.get(last).end() == slot.offset()) {
        spans.set(last, new TrainedSpan(spans.get(last).begin(), end));
      } else {
        spans.add(new TrainedSpan(slot.offset(), end));
      }
    }
    return List.copyOf(spans);
  }
}
