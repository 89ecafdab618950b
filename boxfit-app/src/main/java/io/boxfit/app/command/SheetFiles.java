package io.boxfit.app.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.boxfit.app.pictured.PredictionSheet;
import io.boxfit.app.pictured.RowPictures;
import io.boxfit.core.BadInputException;
import io.boxfit.core.file.AtomicFile;
import io.boxfit.data.image.PictureWriter;
import io.boxfit.doctor.diagnosis.Condition;
import io.boxfit.doctor.diagnosis.Diagnosis;
import io.boxfit.doctor.evidence.NumberAudit;
import io.boxfit.doctor.reading.BoxReading;
import io.boxfit.doctor.reading.FittingReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sheets of pictures with their boxes, in files that do not exist yet. */
final class SheetFiles {
  private static final String ENDING = ".png";

  private final Path file;

  private SheetFiles(Path file) {
    this.file = file;
  }

  /**
   * A sheet that was written.
   *
   * @param file it is in
   * @param reading of the predictions that it shows
   * @param pictures that it shows
   */
  record Written(Path file, BoxReading reading, int pictures) {}

  /**
   * A file to be written, looked at before the work begins.
   *
   * @throws BadInputException if it does not end in {@code .png}, exists, or its folder does not
   */
  static SheetFiles check(Path file) {
    String name = String.valueOf(file.getFileName());
    if (!name.toLowerCase(Locale.ROOT).endsWith(ENDING) || name.length() == ENDING.length()) {
      throw new BadInputException("--sheet: must end in .png, got '" + file + "'");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new BadInputException("--sheet: " + folder + " is not a folder; make it first");
    }
    requireNew(file);
    return new SheetFiles(file);
  }

  private static void requireNew(Path file) {
    if (Files.exists(file)) {
      throw new BadInputException(file + ": exists; name a new file with --sheet");
    }
  }

  /**
   * Writes the sheet of the predictions as given and, where the doctor says that they are to be
   * read otherwise, a second one beside it.
   *
   * @throws BadInputException if a file exists or may not be written
   */
  List<Written> write(
      RowPictures pictures, NumberAudit numbers, Diagnosis diagnosis, Console console) {
    PredictionSheet sheet = new PredictionSheet(pictures, numbers);
    List<Written> written = new ArrayList<>();
    written.add(new Written(file, numbers.reading(), sheet.size()));
    if (diagnosis.findings().stream().anyMatch(f -> f.condition() == Condition.WRONG_READING)) {
      BoxReading other =
          FittingReading.of(numbers.reading(), numbers.rows(), numbers.truths()).reading();
      written.add(new Written(beside(other), other, sheet.size()));
    }
    written.forEach(one -> requireNew(one.file()));
    for (Written one : written) {
      byte[] png = PictureWriter.png(sheet.read(one.reading(), console::requireGoingOn));
      try {
        AtomicFile.write(one.file(), png);
      } catch (AccessDeniedException e) {
        throw new BadInputException(one.file() + ": no permission to write there", e);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write " + one.file() + ": " + e.getMessage(), e);
      }
    }
    return written;
  }

  private Path beside(BoxReading other) {
    String name = file.getFileName().toString();
    String stem = name.substring(0, name.length() - ENDING.length());
    return file.resolveSibling(
        stem + "-as-" + key(other.layout().name()) + "-" + key(other.unit()) + ENDING);
  }

  /** Where which sheet is, for a person. */
  static List<String> text(List<Written> written) {
    return written.stream()
        .map(
            one ->
                one.file()
                    + ": "
                    + one.pictures()
                    + " pictures, the worst first; truth dashed, predictions as "
                    + one.reading().words()
                    + ".")
        .toList();
  }

  /** The same for programs. */
  static ArrayNode tree(List<Written> written) {
    ArrayNode tree = JsonNodeFactory.instance.arrayNode();
    for (Written one : written) {
      tree.addObject()
          .put("file", one.file().toString())
          .put("layout", one.reading().layout().name().toLowerCase(Locale.ROOT))
          .put("scale", one.reading().unit())
          .put("pictures", one.pictures());
    }
    return tree;
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
