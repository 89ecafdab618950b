package io.boxfit.core.box;

/** How four numbers stand for a box. */
public enum BoxFormat {
  /** Left, top, right, bottom. */
  XYXY,
  /** Top, left, bottom, right, as TensorFlow's image functions read boxes. */
  YXYX,
  /** Left, top, width, height, as COCO writes boxes. */
  XYWH,
  /** Centre x, centre y, width, height, as YOLO writes boxes. */
  CXCYWH;

  /**
   * The box that four numbers of this format stand for, in their unit.
   *
   * @throws IllegalArgumentException if there are not four numbers
   */
  public Box decode(double... four) {
    if (four.length != 4) {
      throw new IllegalArgumentException("a box has four numbers, got " + four.length);
    }
    double a = four[0];
    double b = four[1];
    double c = four[2];
    double d = four[3];
    return switch (this) {
      case XYXY -> new Box(a, b, c, d);
      case YXYX -> new Box(b, a, d, c);
      case XYWH -> new Box(a, b, a + c, b + d);
      case CXCYWH -> new Box(a - c / 2, b - d / 2, a + c / 2, b + d / 2);
    };
  }

  /** The four numbers of this format that stand for a box, in its unit. */
  public double[] encode(Box box) {
    return switch (this) {
      case XYXY -> new double[] {box.xMin(), box.yMin(), box.xMax(), box.yMax()};
      case YXYX -> new double[] {box.yMin(), box.xMin(), box.yMax(), box.xMax()};
      case XYWH -> new double[] {box.xMin(), box.yMin(), box.width(), box.height()};
      case CXCYWH -> new double[] {box.centerX(), box.centerY(), box.width(), box.height()};
    };
  }
}
