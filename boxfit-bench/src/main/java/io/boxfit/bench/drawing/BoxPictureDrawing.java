package io.boxfit.bench.drawing;

import io.boxfit.bench.drawing.Paper.Align;
import io.boxfit.core.box.Box;
import io.boxfit.data.Picture;
import io.boxfit.data.image.PictureWriter;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Draws a picture with its boxes into a rectangle of a sheet, in the colours of the report. */
final class BoxPictureDrawing {
  private static final Color HALO = new Color(0, 0, 0, 120);
  private static final Color PREDICTED = new Color(0xff8a1f);
  private static final Color TRUE = new Color(0x35c3ff);
  private static final float[] DASHES = {5, 4};
  private static final double WIDTH = 2;
  private static final double HALO_WIDTH = 3.5;

  /** Boxes on the border of the picture are seen, too. */
  private static final double AROUND = 3;

  /** Lines lie beside the object, not on it. */
  private static final double OUTSIDE = 1;

  private BoxPictureDrawing() {}

  /**
   * Dark lines below, so that boxes stand out from every ground; the dashed truth on top.
   *
   * @param room for the picture, which stands at its left and keeps its shape
   */
  static void draw(Paper paper, BoxPicture shown, Rectangle2D room) {
    Picture picture = shown.picture();
    Rectangle2D place = fitted(picture, room);
    paper.picture(PictureWriter.image(picture), place);
    paper.stroke(place, Paper.LINE, 1);
    paper.within(
        new Rectangle2D.Double(
            place.getX() - AROUND,
            place.getY() - AROUND,
            place.getWidth() + 2 * AROUND,
            place.getHeight() + 2 * AROUND));
    Shape truth = outline(shown.truth(), picture, place);
    Shape predicted = outline(shown.predicted(), picture, place);
    paper.stroke(predicted, HALO, HALO_WIDTH);
    paper.stroke(truth, HALO, HALO_WIDTH);
    paper.stroke(predicted, PREDICTED, WIDTH);
    paper.stroke(truth, TRUE, WIDTH, DASHES);
    paper.everywhere();
    paper.words(
        shown.caption(), place.getX(), place.getMaxY() + 14, 11.5, Paper.QUIET, Align.START);
  }

  /** Enlarged by a whole number, so that all of its pixels are of one size. */
  private static Rectangle2D fitted(Picture picture, Rectangle2D room) {
    double scale = Math.min(room.getWidth() / picture.width(), room.getHeight() / picture.height());
    double whole = scale >= 1 ? Math.floor(scale) : scale;
    return new Rectangle2D.Double(
        room.getX(), room.getY(), whole * picture.width(), whole * picture.height());
  }

  /** Lines that tell the two boxes apart, from a place on a baseline. */
  static void legend(Paper paper, double x, double y) {
    sample(paper, x, y, TRUE, DASHES);
    paper.words("true box", x + 34, y, 12, Paper.INK, Align.START);
    sample(paper, x + 106, y, PREDICTED);
    paper.words("predicted box", x + 140, y, 12, Paper.INK, Align.START);
  }

  private static void sample(Paper paper, double x, double y, Color color, float... dashes) {
    paper.line(x, y - 4, x + 26, y - 4, HALO, HALO_WIDTH);
    paper.line(x, y - 4, x + 26, y - 4, color, WIDTH, dashes);
  }

  /**
   * Sides that are crossed over are drawn with both diagonals; nothing where they are no numbers.
   */
  private static Shape outline(Box box, Picture picture, Rectangle2D place) {
    Path2D path = new Path2D.Double();
    if (!Double.isFinite(box.xMin() + box.yMin() + box.xMax() + box.yMax())) {
      return path;
    }
    double left = x(box.xMin(), picture, place);
    double right = x(box.xMax(), picture, place);
    double top = y(box.yMin(), picture, place);
    double bottom = y(box.yMax(), picture, place);
    path.append(
        new Rectangle2D.Double(
            Math.min(left, right) - OUTSIDE,
            Math.min(top, bottom) - OUTSIDE,
            Math.abs(right - left) + 2 * OUTSIDE,
            Math.abs(bottom - top) + 2 * OUTSIDE),
        false);
    if (!box.isProper()) {
      path.moveTo(left, top);
      path.lineTo(right, bottom);
      path.moveTo(left, bottom);
      path.lineTo(right, top);
    }
    return path;
  }

  private static double x(double value, Picture picture, Rectangle2D place) {
    double share = Math.max(-1, Math.min(2, value / picture.width()));
    return place.getX() + share * place.getWidth();
  }

  private static double y(double value, Picture picture, Rectangle2D place) {
    double share = Math.max(-1, Math.min(2, value / picture.height()));
    return place.getY() + share * place.getHeight();
  }
}
