package io.boxfit.model.layer;

import io.boxfit.model.Default;
import java.util.List;

/**
 * The cells with the highest logits: (5, cells) to (5), a candidate's logit and box. No gradient
 * passes.
 *
 * <p>With more than one, a candidate never overlaps a better one by more than {@code overlap}
 * (greedy suppression), and whatever follows computes one row for each candidate of each picture,
 * all first candidates before all second ones, until {@link BestCandidate} decides.
 *
 * <p>In training the loss puts boxes of its own in their place, so that what follows learns from
 * the first step on ({@code CoarseToFineLoss}).
 *
 * @param count candidates for each picture
 * @param overlap IoU above which the weaker one of two is passed over, in [0, 1]
 */
public record TopCells(@Default("1") int count, @Default("0.4") double overlap) implements Layer {

  /**
   * @throws io.boxfit.core.BadInputException if a number is impossible
   */
  public TopCells {
    Fit.atLeast("count", count, 1);
    Fit.require(count <= 16, "count must be at most 16, got " + count);
    Fit.require(overlap >= 0 && overlap <= 1, "overlap must be in [0, 1], got " + overlap);
  }

  @Override
  public Shape output(List<Shape> inputs) {
    Shape in = Fit.row(Fit.one(inputs));
    Fit.require(in.size(0) == 5, "needs cells of 5 numbers (logit and box), got " + in);
    return Shape.of(5);
  }

  @Override
  public int rows(List<Integer> inputs) {
    return inputs.get(0) * count;
  }
}
