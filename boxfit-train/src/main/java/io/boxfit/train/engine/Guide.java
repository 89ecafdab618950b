package io.boxfit.train.engine;

import org.bytedeco.pytorch.Tensor;

/** Points a network in training, so that no stage has to wait until the one before it works. */
public interface Guide {

  /**
   * Where to look closely, one box for each sample: in the place of TopCells.
   *
   * @param cells (N, 5, cells), logits and boxes
   * @return (N, 4), without gradient
   */
  Tensor window(Tensor cells);

  /**
   * Along which sides to look: in the place of RoundBox.
   *
   * @param box (N, 4), as the network has it so far
   * @return (N, 4), without gradient
   */
  Tensor anchor(Tensor box);
}
