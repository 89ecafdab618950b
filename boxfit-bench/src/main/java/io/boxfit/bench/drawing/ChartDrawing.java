package io.boxfit.bench.drawing;

import io.boxfit.bench.drawing.Paper.Align;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/** Draws a chart into a rectangle of a sheet. */
final class ChartDrawing {
  private static final double TITLE = 14;
  private static final double WORDS = 12;
  private static final double LINE_OF_WORDS = 17;
  private static final double SAMPLE = 18;

  private final Paper paper;
  private final Rectangle2D place;

  ChartDrawing(Paper paper, Rectangle2D place) {
    this.paper = paper;
    this.place = place;
  }

  void draw(Chart chart) {
    paper.title(chart.title(), place.getX(), place.getY() + TITLE, TITLE);
    if (chart instanceof Chart.Plot plot) {
      plot(plot);
    } else if (chart instanceof Chart.Bars bars) {
      bars(bars);
    }
  }

  private void plot(Chart.Plot plot) {
    double top = legend(plot.marks(), place.getY() + TITLE + 22) + 12;
    List<Double> ticks = plot.y().ticks();
    double labels =
        ticks.stream()
            .mapToDouble(tick -> Lettering.PLAIN.width(plot.y().words(tick), WORDS))
            .max()
            .orElse(0);
    paper.words(plot.y().label(), place.getX(), top, WORDS, Paper.QUIET, Align.START);
    double left = place.getX() + labels + 8;
    Rectangle2D inside = inside(left, top + 12);
    for (double tick : ticks) {
      double y = y(inside, plot.y(), tick);
      paper.line(inside.getMinX(), y, inside.getMaxX(), y, Paper.LINE, 1);
      paper.words(plot.y().words(tick), left - 7, y + 4, WORDS, Paper.QUIET, Align.END);
    }
    bottom(plot.x(), inside);
    for (Mark mark : plot.marks()) {
      mark(plot, inside, mark);
    }
  }

  private void bars(Chart.Bars chart) {
    Rectangle2D inside = inside(place.getX() + 2, place.getY() + TITLE + 14);
    double each = inside.getHeight() / chart.bars().size();
    for (double tick : chart.x().ticks()) {
      double x = x(inside, chart.x(), tick);
      paper.line(x, inside.getMinY(), x, inside.getMaxY(), Paper.LINE, 1);
    }
    bottom(chart.x(), inside);
    for (int i = 0; i < chart.bars().size(); i++) {
      Chart.Bar bar = chart.bars().get(i);
      double top = inside.getMinY() + i * each;
      double thick = Math.min(20, each - LINE_OF_WORDS - 4);
      double end = Math.max(x(inside, chart.x(), bar.length()), inside.getMinX() + 1);
      paper.words(bar.name(), inside.getMinX() + 4, top + 14, WORDS, Paper.INK, Align.START);
      paper.fill(
          new Rectangle2D.Double(
              inside.getMinX(), top + LINE_OF_WORDS + 2, end - inside.getMinX(), thick),
          bar.tint().color());
      String figure = String.format(Locale.ROOT, "%.2f", bar.length());
      double middle = top + LINE_OF_WORDS + 2 + thick / 2 + 4;
      boolean room = end < inside.getMaxX() - 36;
      paper.words(
          figure,
          room ? end + 5 : end - 5,
          middle,
          WORDS,
          room ? Paper.INK : Paper.WHITE,
          room ? Align.START : Align.END);
    }
  }

  /**
   * Names beside their marks, the topmost first, in as many rows as they need; gives where it ends.
   */
  private double legend(List<Mark> marks, double first) {
    double x = place.getX();
    double y = first;
    for (int i = marks.size() - 1; i >= 0; i--) {
      Mark mark = marks.get(i);
      if (mark.name().isEmpty()) {
        continue;
      }
      double width = SAMPLE + 6 + Lettering.PLAIN.width(mark.name(), WORDS) + 16;
      if (x > place.getX() && x + width - 16 > place.getMaxX()) {
        x = place.getX();
        y += LINE_OF_WORDS;
      }
      if (mark instanceof Mark.Dots) {
        dot(x + SAMPLE / 2, y - 4, mark.tint(), 3.5);
      } else if (mark instanceof Mark.Guide) {
        paper.line(x, y - 4, x + SAMPLE, y - 4, mark.tint().color(), 1.5, 5, 3);
      } else {
        paper.line(x, y - 4, x + SAMPLE, y - 4, mark.tint().color(), 2.5);
      }
      paper.words(mark.name(), x + SAMPLE + 6, y, WORDS, Paper.INK, Align.START);
      x += width;
    }
    return y + LINE_OF_WORDS - 6;
  }

  private Rectangle2D inside(double left, double top) {
    return new Rectangle2D.Double(
        left, top, place.getMaxX() - left - 6, place.getMaxY() - top - 38);
  }

  private void bottom(Axis axis, Rectangle2D inside) {
    double y = inside.getMaxY();
    paper.line(inside.getMinX(), y, inside.getMaxX(), y, Paper.QUIET, 1);
    for (double tick : axis.ticks()) {
      double x = x(inside, axis, tick);
      paper.line(x, y, x, y + 4, Paper.QUIET, 1);
      paper.words(axis.words(tick), x, y + 17, WORDS, Paper.QUIET, Align.MIDDLE);
    }
    paper.words(axis.label(), inside.getCenterX(), y + 34, WORDS, Paper.QUIET, Align.MIDDLE);
  }

  private void mark(Chart.Plot plot, Rectangle2D inside, Mark mark) {
    if (mark instanceof Mark.Curve curve) {
      Path2D path = new Path2D.Double();
      boolean drawing = false;
      for (Point point : curve.points()) {
        double x = x(inside, plot.x(), point.x());
        double y = y(inside, plot.y(), point.y());
        if (Double.isNaN(point.y())) {
          drawing = false;
        } else if (drawing) {
          path.lineTo(x, y);
        } else {
          path.moveTo(x, y);
          drawing = true;
        }
      }
      paper.stroke(path, mark.tint().color(), 2.25);
    } else if (mark instanceof Mark.Dots dots) {
      for (Point point : dots.points()) {
        if (Double.isFinite(point.x() + point.y())) {
          dot(x(inside, plot.x(), point.x()), y(inside, plot.y(), point.y()), mark.tint(), 2.4);
        }
      }
    } else if (mark instanceof Mark.Guide guide) {
      paper.line(
          x(inside, plot.x(), guide.from().x()),
          y(inside, plot.y(), guide.from().y()),
          x(inside, plot.x(), guide.to().x()),
          y(inside, plot.y(), guide.to().y()),
          mark.tint().color(),
          1.5,
          5,
          3);
    }
  }

  private void dot(double x, double y, Tint tint, double radius) {
    paper.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), tint.color());
  }

  private static double x(Rectangle2D inside, Axis axis, double value) {
    return inside.getMinX() + axis.share(value) * inside.getWidth();
  }

  private static double y(Rectangle2D inside, Axis axis, double value) {
    return inside.getMaxY() - axis.share(value) * inside.getHeight();
  }
}
