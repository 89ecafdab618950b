package io.boxfit.app.report;

import io.boxfit.app.evaluation.JudgedSample;
import io.boxfit.core.box.Box;
import io.boxfit.core.metrics.Outcome;
import io.boxfit.data.Dataset;
import io.boxfit.data.Picture;
import java.util.List;
import java.util.Locale;

/** Pictures with their true and predicted boxes, as HTML. */
final class Wall {
  /** Larger pictures are smoothed when enlarged: their single pixels are of no interest. */
  private static final int SMALL = 320;

  private final Dataset data;

  Wall(Dataset data) {
    this.data = data;
  }

  String html(List<JudgedSample> samples) {
    StringBuilder html = new StringBuilder();
    for (JudgedSample sample : samples) {
      html.append(figure(sample));
    }
    return html.toString();
  }

  private String figure(JudgedSample sample) {
    Picture picture = data.get(sample.index()).picture();
    Box truth = sample.outcome().truth();
    Box prediction = sample.outcome().prediction();
    String id = Html.escape(sample.id());
    String state = prediction.isProper() ? "" : " · no box";
    String grain = picture.width() <= SMALL ? "pixels" : "smooth";
    return String.format(
        Locale.ROOT,
        """
        <figure>
        <div class="picture">
        <img class="%s" width="%d" height="%d" decoding="async" src="%s" alt="Sample %s: truth %s; \
        prediction %s">
        <svg viewBox="0 0 %d %d" preserveAspectRatio="none" aria-hidden="true">%s</svg>
        </div>
        <figcaption><b>%s%s</b><span title="%s"><bdi>%s</bdi></span></figcaption>
        </figure>
        """,
        grain,
        picture.width(),
        picture.height(),
        PictureUri.of(picture),
        id,
        words(truth),
        prediction.isProper() ? words(prediction) : "is not a box",
        picture.width(),
        picture.height(),
        outlines(sample.outcome(), picture),
        Numbers.figure(sample.iou()),
        state,
        id,
        id);
  }

  /**
   * Dark lines below, so that the boxes stand out from every background; the dashed truth on top,
   * so that both show where they coincide.
   */
  private static String outlines(Outcome outcome, Picture picture) {
    String truth = rectangle(outcome.truth(), picture);
    if (!outcome.prediction().isProper()) {
      return drawn("halo", truth) + drawn("truth", truth);
    }
    String prediction = rectangle(outcome.prediction(), picture);
    return drawn("halo", prediction)
        + drawn("halo", truth)
        + drawn("prediction", prediction)
        + drawn("truth", truth);
  }

  private static String drawn(String kind, String rectangle) {
    return "<rect class=\"" + kind + "\" " + rectangle + "/>";
  }

  private static String rectangle(Box box, Picture picture) {
    // Far outside it makes no difference where, and browsers count in single precision.
    double left = clamp(box.xMin(), picture.width());
    double top = clamp(box.yMin(), picture.height());
    double width = clamp(box.xMax(), picture.width()) - left;
    double height = clamp(box.yMax(), picture.height()) - top;
    return String.format(
        Locale.ROOT,
        "x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\"",
        left,
        top,
        width,
        height);
  }

  private static double clamp(double value, int extent) {
    return Math.min(Math.max(value, -extent), 2.0 * extent);
  }

  private static String words(Box box) {
    return String.format(
        Locale.ROOT,
        "left %.1f, top %.1f, right %.1f, bottom %.1f",
        box.xMin(),
        box.yMin(),
        box.xMax(),
        box.yMax());
  }
}
