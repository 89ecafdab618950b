package io.boxfit.model.loss;

import io.boxfit.core.BadInputException;
import io.boxfit.model.Default;

/**
 * The loss of a network that first says roughly where (CellBoxes, TopCells) and then looks closely
 * (CropWindow, SoftArgmaxBox), both trained at once:
 *
 * <pre>
 *   cellWeight  * cross-entropy of the cells' logits against the cells that the object's middle covers
 * + roughWeight * mean of 1 - GIoU of the boxes of those cells
 * + sideWeight  * cross-entropy of each side's distribution against the two places beside the truth
 * + boxWeight   * 1 - GIoU of the final box
 * + offsetWeight * cross-entropy of where SideOffsets sees each side, where the network has it
 * + scoreWeight * cross-entropy of the score, where BestCandidate decides between candidates
 * </pre>
 *
 * <p>The close look must not wait for the rough one to work: it is trained on the true box, shaken;
 * after {@code ownAfter} of all steps, {@code ownShare} of the samples get the network's own rough
 * box instead, where that overlaps the truth by more than IoU {@code ownOverlap}. And {@code
 * decoyShare} of the samples get the best box that does not: what is seen there is not the object,
 * and the score must say so.
 *
 * @param cellWeight weight of the cells' cross-entropy
 * @param roughWeight weight of the rough boxes
 * @param sideWeight weight of the sides' distributions
 * @param boxWeight weight of the final box
 * @param ownShare share of samples, in [0, 1]
 * @param ownAfter share of the steps, in [0, 1]
 * @param ownOverlap IoU, in [0, 1]
 * @param offsetWeight weight of the sides' offsets
 * @param scoreWeight weight of the score
 * @param decoyShare share of samples, in [0, 1); 0 where nothing decides between candidates
 * @param shake how strongly the true box is shaken; 1 for as much as a rough look misses letters by
 */
public record CoarseToFineLoss(
    @Default("1") double cellWeight,
    @Default("2") double roughWeight,
    @Default("0.5") double sideWeight,
    @Default("2") double boxWeight,
    @Default("0.5") double ownShare,
    @Default("0.3") double ownAfter,
    @Default("0.35") double ownOverlap,
    @Default("1") double offsetWeight,
    @Default("1") double scoreWeight,
    @Default("0") double decoyShare,
    @Default(value = "1.0", written = false) double shake)
    implements Loss {

  /**
   * @throws BadInputException if a number is impossible
   */
  public CoarseToFineLoss {
    weight("cellWeight", cellWeight);
    weight("roughWeight", roughWeight);
    weight("sideWeight", sideWeight);
    weight("boxWeight", boxWeight);
    share("ownShare", ownShare);
    share("ownAfter", ownAfter);
    share("ownOverlap", ownOverlap);
    weight("offsetWeight", offsetWeight);
    weight("scoreWeight", scoreWeight);
    share("decoyShare", decoyShare);
    weight("shake", shake);
  }

  private static void weight(String name, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new BadInputException("loss." + name + " must be a number of at least 0, got " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new BadInputException("loss." + name + " must be in [0, 1], got " + value);
    }
  }
}
