package io.boxfit.doctor.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Reads the array of boxes in a zip of NumPy's files, inflating no more than its rows need. */
final class NpzTable {
  private static final String SUFFIX = ".npy";
  private static final int SHOWN = 12;
  private static final Set<String> NAMES =
      Set.of("boxes", "predictions", "pred", "y_pred", "truth", "y_true");

  private NpzTable() {}

  static BoxTable read(Path path, Place file) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = entry(zip, file);
      Place place = Place.file(file.source() + ", array " + Place.quoted(name(entry)));
      CRC32 sum = new CRC32();
      BoxTable table;
      try (InputStream in = zip.getInputStream(entry);
          InputStream checked = new CheckedInputStream(new BufferedInputStream(in), sum)) {
        table = NpyTable.read(checked, place, file);
      }
      if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
        throw place.error("is damaged: its checksum does not fit; write it again");
      }
      return table;
    } catch (ZipException | IllegalArgumentException e) {
      throw file.error("is not a whole zip file (" + e.getMessage() + "); is it cut off?", e);
    }
  }

  private static ZipEntry entry(ZipFile zip, Place file) {
    List<? extends ZipEntry> arrays =
        zip.stream()
            .filter(entry -> entry.getName().endsWith(SUFFIX))
            .limit(RowCollector.MOST)
            .toList();
    if (arrays.isEmpty()) {
      throw file.error(
          "is a zip file without an array of NumPy; write one with numpy.savez(file, boxes=...)");
    }
    if (arrays.size() == 1) {
      return arrays.get(0);
    }
    List<? extends ZipEntry> named =
        arrays.stream().filter(entry -> NAMES.contains(name(entry))).toList();
    if (named.size() == 1) {
      return named.get(0);
    }
    throw file.error(
        "holds several arrays: which are the boxes? It has "
            + arrays.stream()
                .limit(SHOWN)
                .map(entry -> Place.quoted(name(entry)))
                .collect(Collectors.joining(", "))
            + (arrays.size() > SHOWN ? ", ..." : "")
            + "; save the one alone, or name it boxes and no other");
  }

  private static String name(ZipEntry entry) {
    return entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
  }
}
