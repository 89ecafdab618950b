package io.boxfit.bench.doctor.peer;

import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.doctor.evidence.Predictions;
import io.boxfit.model.layer.BoxHead;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;

/**
 * The four numbers that a network gives out for each sample of a probe: the boxes of the probe,
 * encoded as the network's loss sees them.
 *
 * @param rows four numbers each
 */
record Outputs(List<double[]> rows) {

  /** What was predicted at a probe; empty where no true box is one. */
  static Optional<Outputs> of(Observed training, TraceEvent.Probe probe) {
    return training.trace().predictions(probe).map(said -> of(training, said, said.predicted()));
  }

  /** What it should have been. */
  static Optional<Outputs> truth(Observed training, TraceEvent.Probe probe) {
    return training.trace().predictions(probe).map(said -> of(training, said, said.truth()));
  }

  private static Outputs of(Observed training, Predictions said, List<Box> boxes) {
    BoxEncoding encoding = encoding(training);
    return new Outputs(
        boxes.stream().map(box -> encoding.encode(box, said.width(), said.height())).toList());
  }

  /** The recipe's, else what the trace says, else what most networks give: shares of the sides. */
  private static BoxEncoding encoding(Observed training) {
    return training
        .recipe()
        .map(recipe -> recipe.network().last().layer())
        .filter(BoxHead.class::isInstance)
        .map(head -> ((BoxHead) head).encoding())
        .or(() -> training.trace().inputs().flatMap(TraceEvent.Inputs::encoding))
        .orElse(new BoxEncoding(BoxFormat.XYXY, BoxUnit.RELATIVE));
  }

  DoubleStream numbers() {
    return rows.stream().flatMapToDouble(Arrays::stream);
  }

  TraceEvent.Range range() {
    return TraceEvent.Range.of(numbers());
  }

  /** Which share of the numbers is so, 0 to 1. */
  double share(DoublePredicate so) {
    return (double) numbers().filter(so).count() / (4 * rows.size());
  }

  /** How many of the four outputs are so for more than a share of the samples. */
  int outputs(DoublePredicate so, double share) {
    int found = 0;
    for (int output = 0; output < 4; output++) {
      long count = column(output).filter(so).count();
      found += count > share * rows.size() ? 1 : 0;
    }
    return found;
  }

  /** One of the four outputs, for all samples. */
  DoubleStream column(int output) {
    return rows.stream().mapToDouble(row -> row[output]);
  }
}
