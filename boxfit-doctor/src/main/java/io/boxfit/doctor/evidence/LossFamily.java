package io.boxfit.doctor.evidence;

import io.boxfit.model.loss.CoordinateLoss;
import io.boxfit.model.loss.GuardedLnIouLoss;
import io.boxfit.model.loss.IouLoss;
import io.boxfit.model.loss.LnIouLoss;
import io.boxfit.model.loss.Loss;
import io.boxfit.model.loss.LossName;
import io.boxfit.model.loss.NegativeIouLoss;
import io.boxfit.model.loss.OverlapLoss;
import java.util.Locale;
import java.util.Optional;

/** What a loss does where boxes do not overlap. */
public enum LossFamily {
  /** -ln(IoU) without a guard: infinite, and its gradient is no number. */
  LN_IOU,
  /** Of the IoU alone: no gradient. */
  OVERLAP_ONLY,
  /** GIoU, DIoU, CIoU and the like: pulls, as long as the box is one. */
  OVERLAP_WITH_PULL,
  /** Of the four numbers: always pulls. */
  COORDINATES,
  /** None of these, or not known. */
  OTHER;

  /** Whether it is an overlap, finite wherever boxes lie. */
  public boolean isOverlap() {
    return this == OVERLAP_ONLY || this == OVERLAP_WITH_PULL;
  }

  /** The family of a recipe's loss. */
  static LossFamily of(Loss loss) {
    if (loss instanceof LnIouLoss) {
      return LN_IOU;
    }
    if (loss instanceof IouLoss
        || loss instanceof NegativeIouLoss
        || loss instanceof GuardedLnIouLoss) {
      return OVERLAP_ONLY;
    }
    if (loss instanceof OverlapLoss) {
      return OVERLAP_WITH_PULL;
    }
    return loss instanceof CoordinateLoss ? COORDINATES : OTHER;
  }

  /** The family that a name in a foreign trace speaks of. */
  static LossFamily named(String name) {
    Optional<OverlapLoss> overlap = LossName.overlap(name);
    if (overlap.isPresent()) {
      return of(overlap.get());
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    boolean distance =
        plain.contains("mse")
            || plain.contains("mae")
            || plain.contains("l1")
            || plain.contains("l2")
            || plain.contains("huber")
            || plain.contains("square")
            || plain.contains("absolute");
    return distance ? COORDINATES : OTHER;
  }
}
