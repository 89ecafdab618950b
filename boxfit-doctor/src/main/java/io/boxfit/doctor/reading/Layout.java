package io.boxfit.doctor.reading;

import io.boxfit.core.box.Box;

/** What each of four numbers is, beyond the formats that are in proper use. */
public enum Layout {
  /** Left, top, right, bottom. */
  XYXY("left, top, right, bottom (XYXY)"),
  /** Left, top, width, height. */
  XYWH("left, top, width, height (XYWH)"),
  /** Centre x, centre y, width, height. */
  CXCYWH("centre and size (CXCYWH)"),
  /** Top, left, bottom, right. */
  YXYX("y before x: top, left, bottom, right (YXYX)"),
  /** Left, right, top, bottom. */
  XXYY("left, right, top, bottom (XXYY)"),
  /** Right, bottom, left, top. */
  XYXY_REVERSED("the far corner first: right, bottom, left, top"),
  /** Top, left, height, width. */
  YXHW("y before x: top, left, height, width"),
  /** Centre y, centre x, height, width. */
  CYCXHW("y before x: centre and size with y and height first"),
  /** Left, top, height, width. */
  XYHW("left, top, then height before width"),
  /** Centre x, centre y, height, width. */
  CXCYHW("centre, then height before width");

  private final String words;

  Layout(String words) {
    this.words = words;
  }

  /** What it is, for people. */
  public String words() {
    return words;
  }

  /** The box that four numbers stand for, in their unit. */
  public Box decode(double[] four) {
    double a = four[0];
    double b = four[1];
    double c = four[2];
    double d = four[3];
    return switch (this) {
      case XYXY -> new Box(a, b, c, d);
      case XYWH -> new Box(a, b, a + c, b + d);
      case CXCYWH -> centred(a, b, c, d);
      case YXYX -> new Box(b, a, d, c);
      case XXYY -> new Box(a, c, b, d);
      case XYXY_REVERSED -> new Box(c, d, a, b);
      case YXHW -> new Box(b, a, b + d, a + c);
      case CYCXHW -> centred(b, a, d, c);
      case XYHW -> new Box(a, b, a + d, b + c);
      case CXCYHW -> centred(a, b, d, c);
    };
  }

  private static Box centred(double x, double y, double width, double height) {
    return new Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }
}
