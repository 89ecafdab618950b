package io.boxfit.app.report;

import io.boxfit.core.box.BoxEncoding;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.core.trace.TraceEvent;
import io.boxfit.data.Picture;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The contact sheet of what a network received, with where its numbers lie, as HTML. */
final class ReceivedFigure {
  private ReceivedFigure() {}

  /** Empty where the sheet is missing, or the trace says nothing about it. */
  static Optional<String> html(ReportInput input) {
    List<TraceEvent.Inputs> told =
        input.trace().stream()
            .filter(TraceEvent.Inputs.class::isInstance)
            .map(TraceEvent.Inputs.class::cast)
            .toList();
    return told.isEmpty()
        ? Optional.empty()
        : input.inputs().map(sheet -> figure(sheet, told.get(0)));
  }

  private static String figure(Picture sheet, TraceEvent.Inputs told) {
    return String.format(
        Locale.ROOT,
        """
        <figure class="card sheet"><figcaption>The first step's first samples</figcaption>
        <img width="%d" height="%d" decoding="async" src="%s" alt="%d pictures and their boxes, \
        rebuilt from the numbers that network and loss were given">
        <p>Drawn from the numbers that went in, not from the samples: pictures from the network's \
        input, boxes from what the loss compares with. A picture that is pale, turned or torn, or a \
        box beside its object, is a mistake on the way there.</p>
        <dl class="facts">
        <div class="long"><dt>Input</dt><dd>%s; pixels become -1 to 1</dd></div>
        <div class="long"><dt>Targets</dt><dd>%s, %s</dd></div>
        <div class="long"><dt>Magenta</dt><dd>%s</dd></div>
        </dl>
        </figure>
        """,
        sheet.width(),
        sheet.height(),
        PictureUri.ofSheet(sheet),
        told.samples(),
        range(told.pixels()),
        told.targets().map(ReceivedFigure::range).orElse("not told"),
        told.encoding().map(ReceivedFigure::words).orElse("not told"),
        magenta(told));
  }

  private static String range(TraceEvent.Range range) {
    return String.format(
        Locale.ROOT, "%.4g to %.4g, mean %.4g", range.min(), range.max(), range.mean());
  }

  private static String words(BoxEncoding encoding) {
    String numbers =
        switch (encoding.format()) {
          case XYXY -> "left, top, right, bottom";
          case YXYX -> "top, left, bottom, right";
          case XYWH -> "left, top, width, height";
          case CXCYWH -> "centre x, centre y, width, height";
        };
    return encoding.unit() == BoxUnit.PIXELS
        ? numbers + " in pixels"
        : numbers + " as shares of the picture's width and height";
  }

  private static String magenta(TraceEvent.Inputs told) {
    if (told.outOfRange() == 0 && told.noBoxes() == 0) {
      return "nothing: every number can be a pixel, every target is a box in its picture";
    }
    return String.format(
        Locale.ROOT,
        "%,d numbers that no pixel becomes, the frames of %,d pictures whose target is no box in"
            + " them",
        told.outOfRange(),
        told.noBoxes());
  }
}
