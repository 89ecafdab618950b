package io.boxfit.doctor.evidence;

import io.boxfit.core.box.Box;
import io.boxfit.core.overlap.Iou;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.LossName;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * What the boxes of the last probe would cost by the loss of the training, so that samples that
 * were trained and samples that were not can be compared. Known for errors of the four numbers and
 * for 1 - IoU.
 *
 * <p>The unit (pixels or shares, a sum or a mean) follows from the first step: before it the
 * network knows neither its samples nor those of the probe, and both cost the same.
 *
 * @param said of what the network says
 * @param mean of the mean of the true boxes, whatever is shown
 */
public record ProbeLoss(double said, double mean) {

  /** A healthy training of the benchmark reaches 2.1. */
  private static final double APART = 3;

  /** A share of the picture is at most 1; a box may reach a little out of it. */
  private static final double SHARES = 1.5;

  private static final double NEARLY = 0.1;
  private static final Iou IOU = new Iou();

  /** Whether samples kept back cost three times what those cost that were trained. */
  public boolean isApartFrom(LossCurve trained) {
    return said > APART * trained.last();
  }

  /** Empty where the loss is another one, or there is no probe before the first step. */
  public static Optional<ProbeLoss> of(TraceHistory trace, LossCurve curve) {
    Optional<Predictions> first = trace.first().filter(told -> trace.probes().get(0).step() == 0);
    if (first.isEmpty() || trace.last().isEmpty()) {
      return Optional.empty();
    }
    boolean shares =
        trace.inputs().flatMap(told -> told.targets()).filter(t -> t.max() <= SHARES).isPresent();
    Optional<ProbeLoss> overlap = ofOverlap(trace, curve, first.get());
    return overlap.isPresent()
        ? overlap
        : error(trace.start().loss(), shares)
            .flatMap(error -> of(error, curve.first(), first.get(), trace.last().get()));
  }

  private static Optional<ProbeLoss> of(
      DoubleUnaryOperator error, double started, Predictions first, Predictions last) {
    double unit = started / cost(first.predicted(), first, error);
    double said = unit * cost(last.predicted(), last, error);
    double still = unit * cost(means(last), last, error);
    return Double.isFinite(said + still)
        ? Optional.of(new ProbeLoss(said, still))
        : Optional.empty();
  }

  /** Of 1 - IoU, whose first value says that it is one. */
  private static Optional<ProbeLoss> ofOverlap(
      TraceHistory trace, LossCurve curve, Predictions first) {
    boolean iou =
        LossName.overlap(trace.start().loss()).filter(IouLoss.class::isInstance).isPresent();
    Predictions last = trace.last().orElseThrow();
    return iou && Math.abs(apart(first.predicted(), first) - curve.first()) < NEARLY
        ? Optional.of(new ProbeLoss(apart(last.predicted(), last), apart(means(last), last)))
        : Optional.empty();
  }

  /** Mean of 1 - IoU. */
  private static double apart(List<Box> boxes, Predictions beside) {
    return IntStream.range(0, boxes.size())
        .mapToDouble(i -> 1 - IOU.of(boxes.get(i), beside.truth().get(i)))
        .average()
        .orElseThrow();
  }

  /** The mean of the true boxes, for each of them. */
  private static List<Box> means(Predictions last) {
    Box mean =
        new Box(
            Side.LEFT.moments(last.truth()).mean(),
            Side.TOP.moments(last.truth()).mean(),
            Side.RIGHT.moments(last.truth()).mean(),
            Side.BOTTOM.moments(last.truth()).mean());
    return Collections.nCopies(last.size(), mean);
  }

  /** Of one number; empty for other losses, and for sums of several. */
  private static Optional<DoubleUnaryOperator> error(String loss, boolean shares) {
    String plain = loss.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+]", "");
    if (plain.contains("iou") || plain.contains("+")) {
      return Optional.empty();
    }
    // Below an error of 1 these are squares; in pixels they are both, and nothing tells which.
    if (plain.contains("smooth") || plain.contains("huber")) {
      return shares ? Optional.of(off -> off * off) : Optional.empty();
    }
    if (plain.contains("mse") || plain.contains("square") || plain.contains("l2")) {
      return Optional.of(off -> off * off);
    }
    return plain.contains("mae") || plain.contains("l1") || plain.contains("absolute")
        ? Optional.of(off -> off)
        : Optional.empty();
  }

  /** Mean over boxes and sides, of errors in shares of the picture. */
  private static double cost(List<Box> boxes, Predictions beside, DoubleUnaryOperator error) {
    double sum = 0;
    for (Side side : Side.values()) {
      for (int i = 0; i < boxes.size(); i++) {
        double off = Math.abs(side.of(boxes.get(i)) - side.of(beside.truth().get(i)));
        sum += error.applyAsDouble(off / side.extent(beside));
      }
    }
    return sum / (4.0 * boxes.size());
  }
}
