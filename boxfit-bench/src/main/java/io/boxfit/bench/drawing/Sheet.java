package io.boxfit.bench.drawing;

import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Six pictures with their boxes, and one chart beside them: as wide as a page.
 *
 * @param pictures two a row, up to six, best twice as wide as high
 * @param chart to their right
 */
public record Sheet(List<BoxPicture> pictures, Chart chart) {
  /** Of the file, px. */
  public static final int WIDTH = (int) (860 * Paper.DENSITY);

  /** Of the file, px. */
  public static final int HEIGHT = (int) (416 * Paper.DENSITY);

  private static final int MARGIN = 16;
  private static final int TILE_WIDTH = 200;
  private static final int TILE_HEIGHT = 100;
  private static final int GAP = 10;
  private static final int CAPTION = 22;
  private static final int LEGEND = 30;

  /** Copies the list. */
  public Sheet {
    pictures = List.copyOf(pictures);
  }

  /** The bytes of a PNG file. */
  public byte[] png() {
    Paper paper = new Paper((int) (WIDTH / Paper.DENSITY), (int) (HEIGHT / Paper.DENSITY));
    BoxPictureDrawing.legend(paper, MARGIN, MARGIN + 12);
    for (int i = 0; i < pictures.size(); i++) {
      double x = MARGIN + i % 2 * (TILE_WIDTH + GAP);
      double y = MARGIN + LEGEND + i / 2 * (TILE_HEIGHT + CAPTION);
      BoxPictureDrawing.draw(
          paper, pictures.get(i), new Rectangle2D.Double(x, y, TILE_WIDTH, TILE_HEIGHT));
    }
    double left = MARGIN + 2 * TILE_WIDTH + GAP + 28;
    double width = WIDTH / Paper.DENSITY - MARGIN - left;
    double height = HEIGHT / Paper.DENSITY - 2 * MARGIN;
    new ChartDrawing(paper, new Rectangle2D.Double(left, MARGIN, width, height)).draw(chart);
    return paper.png();
  }
}
