package io.boxfit.data.annotation;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.CsvColumns.Column;
import io.boxfit.data.annotation.SetCollector.Statement;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PartName;
import io.boxfit.data.folder.PictureFinder.Source;
import io.boxfit.data.folder.RelativeName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Reads flat tables with a header: a row a box. A row whose four numbers are empty is a picture
 * without objects.
 */
final class CsvAnnotations {
  private final SetCollector set;
  private final String name;
  private final Path file;
  private final CsvColumns columns;
  private final Optional<String> filePart;
  private final Map<String, Optional<NamedPicture>> found = new HashMap<>();

  /** Whether names of files tell the parts; else folders of pictures may. */
  private final boolean told;

  private CsvAnnotations(SetCollector set, String name, CsvColumns columns, boolean told) {
    this.told = told;
    this.set = set;
    this.name = name;
    this.file = set.files().path(name);
    this.columns = columns;
    filePart = PartName.ofFile(name);
  }

  /**
   * Reads the tables of these names; those that are none of annotations are passed over.
   *
   * @throws BadInputException if not one has the columns of annotations
   */
  static void read(SetCollector set, List<String> names, Map<String, String> mapped) {
    Optional<String> complaint = Optional.empty();
    boolean some = false;
    boolean told = names.stream().anyMatch(name -> PartName.ofFile(name).isPresent());
    for (String name : names) {
      Path file = set.files().path(name);
      try (CsvTable table = CsvTable.open(file)) {
        Optional<CsvColumns> columns = CsvColumns.of(table.header(), mapped);
        if (columns.isPresent()) {
          some = true;
          new CsvAnnotations(set, name, columns.get(), told).rows(table);
        } else if (table.header().isEmpty()) {
          set.faults().add(FaultCode.UNREADABLE_ANNOTATION, file, "the file is empty");
        } else {
          complaint = complaint.or(() -> Optional.of(CsvColumns.missing(file, table.header())));
        }
      } catch (BadInputException e) {
        throw e;
      } catch (IOException | RuntimeException e) {
        set.faults()
            .add(FaultCode.UNREADABLE_ANNOTATION, file, "cannot be read: " + e.getMessage());
      }
    }
    if (!some && complaint.isPresent()) {
      throw new BadInputException(complaint.get());
    }
  }

  private void rows(CsvTable table) {
    int line = 1;
    try {
      while (table.rows().hasNext()) {
        CsvRecord row = table.rows().next();
        line = (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber());
        row(row.getFields(), new Fault.Place(file, line));
      }
    } catch (RuntimeException e) {
      set.faults()
          .add(
              FaultCode.UNREADABLE_ANNOTATION,
              new Fault.Place(file, line + 1),
              "the table is damaged from here on: " + e.getMessage());
    }
  }

  private void row(List<String> row, Fault.Place place) {
    if (row.stream().anyMatch(field -> field.indexOf(CsvTable.NOT_TEXT) >= 0)) {
      set.faults().add(FaultCode.UNREADABLE_ANNOTATION, place, "is not UTF-8 text");
      return;
    }
    Optional<String> part = PartName.ofWord(columns.text(row, Column.SPLIT)).or(() -> filePart);
    Optional<NamedPicture> picture = picture(columns.text(row, Column.FILENAME), part, place);
    if (picture.isEmpty()) {
      return;
    }
    Optional<List<LabelledBox>> boxes = boxes(row, place);
    if (boxes.isPresent()) {
      set.add(
          picture.get(),
          new Statement(
              size(row, Column.WIDTH, place),
              size(row, Column.HEIGHT, place),
              boxes.get(),
              told ? part : part.or(() -> PartName.ofFolders(picture.get().name())),
              place));
    }
  }

  /** Rows of one picture usually follow each other, and faults of its path are told once. */
  private Optional<NamedPicture> picture(String written, Optional<String> part, Fault.Place place) {
    return found.computeIfAbsent(
        written + "\0" + part.orElse(""),
        key -> set.finder().find(written, new Source(RelativeName.folder(name), part, place)));
  }

  /** One box or none; empty if a number is bad, which is a fault. */
  private Optional<List<LabelledBox>> boxes(List<String> row, Fault.Place place) {
    double[] four = new double[4];
    int blank = 0;
    for (int i = 0; i < 4; i++) {
      blank += columns.text(row, columns.box().get(i)).isBlank() ? 1 : 0;
    }
    if (blank == 4) {
      return Optional.of(List.of());
    }
    for (int i = 0; i < 4; i++) {
      Column column = columns.box().get(i);
      OptionalDouble value = PixelNumber.parse(columns.text(row, column));
      if (value.isEmpty()) {
        badNumber(row, column, place);
        return Optional.empty();
      }
      four[i] = value.getAsDouble();
    }
    Box box =
        columns.hasCorners()
            ? new Box(four[0], four[1], four[2], four[3])
            : new Box(
                four[0],
                four[1],
                PixelNumber.sum(columns.text(row, Column.X), columns.text(row, Column.W)),
                PixelNumber.sum(columns.text(row, Column.Y), columns.text(row, Column.H)));
    return Optional.of(
        List.of(new LabelledBox(columns.text(row, Column.CLASS).strip(), box, place)));
  }

  private int size(List<String> row, Column column, Fault.Place place) {
    String text = columns.text(row, column);
    if (text.isBlank()) {
      return 0;
    }
    OptionalInt size = PixelNumber.parseSize(text);
    if (size.isEmpty()) {
      badNumber(row, column, place);
    }
    return size.orElse(0);
  }

  private void badNumber(List<String> row, Column column, Fault.Place place) {
    set.faults()
        .add(
            FaultCode.BAD_NUMBER,
            place,
            columns.title(column) + " is '" + columns.text(row, column).strip() + "'");
  }
}
