package io.boxfit.data.image;

import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small copies of pictures with boxes, row by row on one large picture. */
public final class PictureSheet {
  /** Around each picture, px, so that a box is seen that reaches beyond it. */
  private static final int MARGIN = 8;

  private final int columns;
  private final int width;
  private final int height;
  private final Picture sheet;
  private int next;

  /**
   * A black sheet.
   *
   * @param count of the pictures, at least 1
   * @param columns at most
   * @param width of the place of one picture, px
   * @param height of the place of one picture, px
   */
  public PictureSheet(int count, int columns, int width, int height) {
    this.columns = Math.min(columns, count);
    this.width = width;
    this.height = height;
    int rows = (count + this.columns - 1) / this.columns;
    byte[] pixels = new byte[3 * this.columns * width * rows * height];
    sheet = new Picture(this.columns * width, rows * height, 3, pixels);
  }

  /**
   * Fills the next place.
   *
   * @param across columns of the picture as the boxes know it, at least 1
   * @param down rows of the picture as the boxes know it, at least 1
   * @param picture of that shape, three channels; gray where there is none
   * @param outlines px of the picture, the lowest first
   */
  public void add(int across, int down, Optional<Picture> picture, List<Outline> outlines) {
    Picture tile = empty();
    double scale = Math.min((width - 2.0 * MARGIN) / across, (height - 2.0 * MARGIN) / down);
    int inWidth = (int) Math.max(1, Math.rint(scale * across));
    int inHeight = (int) Math.max(1, Math.rint(scale * down));
    int left = (width - inWidth) / 2;
    int top = (height - inHeight) / 2;
    paste(
        picture
            .map(p -> Thumbnail.of(p, inWidth, inHeight))
            .orElseGet(() -> gray(inWidth, inHeight)),
        tile,
        left,
        top);
    for (Outline outline : outlines) {
      Box box = outline.box();
      BoxDrawing.onto(
          tile,
          new Outline(
              new Box(
                  left + scale * box.xMin(),
                  top + scale * box.yMin(),
                  left + scale * box.xMax(),
                  top + scale * box.yMax()),
              outline.line()));
    }
    place(tile);
  }

  /** Leaves the next place empty. */
  public void skip() {
    place(empty());
  }

  /** The sheet. */
  public Picture picture() {
    return sheet;
  }

  private void place(Picture tile) {
    paste(tile, sheet, next % columns * width, next / columns * height);
    next++;
  }

  private Picture empty() {
    return filled(width, height, 255);
  }

  private static Picture gray(int width, int height) {
    return filled(width, height, 192);
  }

  private static Picture filled(int width, int height, int level) {
    byte[] pixels = new byte[3 * width * height];
    Arrays.fill(pixels, (byte) level);
    return new Picture(width, height, 3, pixels);
  }

  private static void paste(Picture tile, Picture onto, int left, int top) {
    for (int y = 0; y < tile.height(); y++) {
      System.arraycopy(
          tile.pixels(),
          3 * y * tile.width(),
          onto.pixels(),
          3 * ((top + y) * onto.width() + left),
          3 * tile.width());
    }
  }
}
