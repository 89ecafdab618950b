package io.boxfit.app.pictured;

import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.app.report.WallChoice;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Picture;
import io.boxfit.data.image.Outline;
import io.boxfit.data.image.PictureSheet;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.reading.BoxReading;
import io.boxfit.doctor.reading.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pictures with what is true, dashed, and what was said of them: of the rows as given the worst,
 * then those around the median, then the best.
 */
public final class PredictionSheet {
  private static final int COLUMNS = 6;
  private static final int WIDTH = 240;
  private static final int HEIGHT = 192;

  private final RowPictures pictures;
  private final NumberAudit numbers;
  private final List<Integer> shown;

  /**
   * @param pictures one for each row of the numbers
   */
  public PredictionSheet(RowPictures pictures, NumberAudit numbers) {
    this.pictures = pictures;
    this.numbers = numbers;
    this.shown = choice();
  }

  private List<Integer> choice() {
    List<JudgedSample> samples = new ArrayList<>();
    for (int i = 0; i < numbers.rows().size(); i++) {
      Truth truth = numbers.truths().get(i);
      Outcome outcome =
          new Outcome(said(i, numbers.reading()), truth.box(), truth.width(), truth.height());
      samples.add(new JudgedSample(i, pictures.pictures().get(i).name(), outcome));
    }
    WallChoice choice = WallChoice.of(samples, COLUMNS);
    return Stream.of(choice.worst(), choice.median(), choice.best())
        .flatMap(List::stream)
        .map(JudgedSample::index)
        .toList();
  }

  /** How many pictures it shows, at most 24. */
  public int size() {
    return shown.size();
  }

  /**
   * The sheet; the pictures and their places are the same whatever the reading.
   *
   * @param goingOn asked before each picture
   */
  public Picture read(BoxReading reading, Runnable goingOn) {
    PictureSheet sheet = new PictureSheet(shown.size(), COLUMNS, WIDTH, HEIGHT);
    for (int row : shown) {
      goingOn.run();
      Truth truth = numbers.truths().get(row);
      sheet.add(
          truth.width(),
          truth.height(),
          pictures.pictures().get(row).pixels(),
          List.of(
              new Outline(said(row, reading), Outline.Line.SAID),
              new Outline(truth.box(), Outline.Line.TRUE)));
    }
    return sheet.picture();
  }

  private Box said(int row, BoxReading reading) {
    Truth truth = numbers.truths().get(row);
    return reading.decode(numbers.rows().get(row), truth.width(), truth.height());
  }
}
