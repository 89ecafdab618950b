package io.boxfit.model.recipe;

/** A recipe that leaves out whatever may be left out. */
final class SmallRecipe {
  static final String TEXT =
      """
      data:
        preset: story
        trainCount: 100
        testCount: 10
      input: {width: 20, height: 20, channels: 3}
      network:
        - conv2d: {filters: 3, kernel: 3}
        - relu
        - conv2d: {filters: 5, kernel: 3, stride: 2}
          name: conv2d1
        - marginal: {axis: x}
        - conv1d: {filters: 8, kernel: 3, padding: half, initializer: randomNormal}
        - pixelShuffle1d: {factor: 4}
          name: sides
        - cellBoxes: {cell: 2}
          from: conv2d1
        - topCells
        - enlarge: {share: 0, pixels: 0}
        - softArgmaxBox:
          from: [sides, sides, enlarge1]
      loss: coarseToFine
      optimizer: adamW
      """;

  private SmallRecipe() {}
}
