package io.boxfit.app.command;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.doctor.reading.TruthReading;
import io.boxfit.doctor.table.BoxTable;
import io.boxfit.doctor.table.BoxTableReader;
import io.boxfit.doctor.table.PairedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Predictions and truths of any framework, in files. */
final class PredictionFiles {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,4})x([1-9]\\d{0,4})");

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      required = true,
      description =
          "What a network said, of any framework: CSV, JSON, .npy or .npz; four numbers a row.")
  private Path predictions;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      required = true,
      description = "The true boxes, in the same order or with the same ids.")
  private Path truth;

  @Option(
      names = "--image-size",
      paramLabel = "WxH",
      description = "Width and height of the pictures, for example 200x100.")
  private String imageSize;

  @Option(
      names = "--truth-format",
      paramLabel = "FORMAT",
      description = "xyxy, yxyx, xywh or cxcywh (default: told from the numbers).")
  private BoxFormat truthFormat;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The same of the predictions (default: as the truth).")
  private BoxFormat format;

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description = "pixels or relative, of the predictions (default: as the truth).")
  private BoxUnit unit;

  Evidence evidence() {
    PairedTable tables =
        PairedTable.of(BoxTableReader.read(predictions), BoxTableReader.read(truth));
    requireNumbers(tables.truth());
    TruthReading told =
        TruthReading.of(
            tables.truth().source(),
            tables.truth().rows(),
            Optional.ofNullable(truthFormat).map(PredictionFiles::layout),
            Optional.ofNullable(imageSize).map(PredictionFiles::size));
    Reading given =
        new Reading(
            format == null ? told.reading().layout() : layout(format),
            unit == null ? told.reading().scale() : scale(unit));
    return Evidence.of(
        new NumberAudit(
            tables.predictions().rows(),
            boxes(tables.truth(), told),
            given,
            told.width(),
            told.height()));
  }

  private static void requireNumbers(BoxTable table) {
    for (int i = 0; i < table.size(); i++) {
      if (!Arrays.stream(table.rows().get(i)).allMatch(Double::isFinite)) {
        throw new BadInputException(
            row(table, i) + ": a true box must be four finite numbers; mend or drop it");
      }
    }
  }

  private static List<Box> boxes(BoxTable table, TruthReading told) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Box box = told.reading().decode(table.rows().get(i), told.width(), told.height());
      if (!box.isProper()) {
        throw new BadInputException(
            row(table, i)
                + ": read as "
                + told.reading().words()
                + " the true box is inverted or empty; mend it, or say --truth-format");
      }
      boxes.add(box);
    }
    return boxes;
  }

  private static String row(BoxTable table, int index) {
    String id = table.ids().isEmpty() ? "" : " (" + table.ids().get(index) + ")";
    return table.source() + ": row " + (index + 1) + id;
  }

  private static int[] size(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException(
          "--image-size: must be width x height in pixels, for example 200x100, got '"
              + text
              + "'");
    }
    return new int[] {Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))};
  }

  private static Layout layout(BoxFormat format) {
    return switch (format) {
      case XYXY -> Layout.XYXY;
      case YXYX -> Layout.YXYX;
      case XYWH -> Layout.XYWH;
      case CXCYWH -> Layout.CXCYWH;
    };
  }

  private static Scale scale(BoxUnit unit) {
    return switch (unit) {
      case PIXELS -> Scale.PIXELS;
      case RELATIVE -> Scale.RELATIVE;
    };
  }
}
