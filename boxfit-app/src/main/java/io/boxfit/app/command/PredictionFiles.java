package io.boxfit.app.command;

import io.boxfit.app.pictured.RowPictures;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.BoxFormat;
import io.boxfit.core.box.BoxUnit;
import io.boxfit.doctor.evidence.Evidence;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.reading.Layout;
import io.boxfit.doctor.reading.PictureSize;
import io.boxfit.doctor.reading.Reading;
import io.boxfit.doctor.reading.Scale;
import io.boxfit.doctor.reading.Truth;
import io.boxfit.doctor.reading.TruthReading;
import io.boxfit.doctor.table.BoxTable;
import io.boxfit.doctor.table.BoxTableReader;
import io.boxfit.doctor.table.PairedTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
      names = "--images",
      paramLabel = "DIR",
      description =
          "The pictures, in place of their size; ids are their names, or the rows in order of names.")
  private Path images;

  @Option(
      names = "--sheet",
      paramLabel = "FILE.png",
      description = "With --images: draw the worst, middle and best into this file, a new one.")
  private Path sheet;

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

  /**
   * What stands in the files.
   *
   * @throws BadInputException if it cannot be read, or what is said of it does not fit
   */
  Shown shown(Console console) {
    if (images != null && imageSize != null) {
      throw new BadInputException(
          "--images tells the size of each picture: leave out --image-size");
    }
    if (images == null && sheet != null) {
      throw new BadInputException("--sheet draws on pictures: name their folder by --images");
    }
    PairedTable tables =
        PairedTable.of(BoxTableReader.read(predictions), BoxTableReader.read(truth));
    requireNumbers(tables.truth());
    return images == null
        ? new Shown(
            Evidence.of(audit(tables, reading(tables.truth(), said(tables.truth())))),
            tables.remark().stream().toList(),
            Optional.empty())
        : pictured(tables, RowPictures.of(images, tables, console::requireGoingOn));
  }

  /** Where the sheets go, looked at before the work begins. */
  Optional<SheetFiles> sheets() {
    return Optional.ofNullable(sheet).map(SheetFiles::check);
  }

  private Shown pictured(PairedTable tables, RowPictures upright) {
    TruthReading first = reading(tables.truth(), Optional.of(upright.sizes()));
    RowPictures known = upright.knownBy(first, tables.truth().rows());
    TruthReading told = reading(tables.truth(), Optional.of(known.sizes()));
    NumberAudit numbers = audit(tables, told);
    RowPictures pictures = known.beside(numbers.truths());
    List<String> notes =
        Stream.concat(tables.remark().stream(), pictures.notes().stream()).toList();
    return new Shown(Evidence.of(numbers), notes, Optional.of(pictures));
  }

  private Optional<List<PictureSize>> said(BoxTable table) {
    return Optional.ofNullable(imageSize)
        .map(size -> Collections.nCopies(table.size(), size(size)));
  }

  private TruthReading reading(BoxTable table, Optional<List<PictureSize>> sizes) {
    return TruthReading.of(
        table.source(),
        table.rows(),
        Optional.ofNullable(truthFormat).map(PredictionFiles::layout),
        sizes);
  }

  private NumberAudit audit(PairedTable tables, TruthReading told) {
    Reading given =
        new Reading(
            format == null ? told.reading().layout() : layout(format),
            unit == null ? told.reading().scale() : scale(unit));
    return new NumberAudit(tables.predictions().rows(), truths(tables.truth(), told), given);
  }

  private static void requireNumbers(BoxTable table) {
    for (int i = 0; i < table.size(); i++) {
      if (!Arrays.stream(table.rows().get(i)).allMatch(Double::isFinite)) {
        throw new BadInputException(
            row(table, i) + ": a true box must be four finite numbers; mend or drop it");
      }
    }
  }

  private static List<Truth> truths(BoxTable table, TruthReading told) {
    List<Truth> truths = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      Truth truth = told.truth(i, table.rows().get(i));
      if (!truth.box().isProper()) {
        throw new BadInputException(
            row(table, i)
                + ": read as "
                + told.reading().words()
                + " the true box is inverted or empty; mend it, or say --truth-format");
      }
      truths.add(truth);
    }
    return truths;
  }

  private static String row(BoxTable table, int index) {
    String id = table.ids().isEmpty() ? "" : " (" + table.ids().get(index) + ")";
    return table.source() + ": row " + (index + 1) + id;
  }

  private static PictureSize size(String text) {
    Matcher matcher = SIZE.matcher(text);
    if (!matcher.matches()) {
      throw new BadInputException(
          "--image-size: must be width x height in pixels, for example 200x100, got '"
              + text
              + "'");
    }
    return new PictureSize(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
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
