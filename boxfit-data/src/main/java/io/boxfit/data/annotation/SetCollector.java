package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.folder.FileIndex;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PictureFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Puts together what readers meet: several lines and several files may speak of one picture. */
final class SetCollector {
  private final FileIndex files;
  private final FaultLog faults;
  private final PictureFinder finder;
  private final Map<String, Entry> pictures = new TreeMap<>();
  private final Set<String> labels = new LinkedHashSet<>();
  private final List<String> remarks = new ArrayList<>();

  private record Said(String label, Box box) {}

  /** What is known of one picture so far. */
  private static final class Entry {
    private final NamedPicture picture;
    private final Fault.Place place;
    private final List<LabelledBox> boxes = new ArrayList<>(1);
    private final Map<Said, Path> seen = new HashMap<>(0);
    private int width;
    private int height;
    private Optional<String> part;

    Entry(NamedPicture picture, Statement first) {
      this.picture = picture;
      this.place = first.place();
      this.width = first.width();
      this.height = first.height();
      this.part = first.part();
    }

    /** A second file may say the same again, a table of all beside those of the parts. */
    void add(List<LabelledBox> more, Path file) {
      if (seen.isEmpty() && file.equals(place.file())) {
        boxes.addAll(more);
        return;
      }
      if (seen.isEmpty()) {
        boxes.forEach(box -> seen.put(new Said(box.label(), box.box()), place.file()));
      }
      for (LabelledBox box : more) {
        Path first = seen.putIfAbsent(new Said(box.label(), box.box()), file);
        if (first == null || first.equals(file)) {
          boxes.add(box);
        }
      }
    }

    AnnotatedPicture picture() {
      return new AnnotatedPicture(
          picture.name(), picture.file(), width, height, boxes, part, place);
    }
  }

  /** What one place says of a picture, as {@link AnnotatedPicture}. */
  record Statement(
      int width, int height, List<LabelledBox> boxes, Optional<String> part, Fault.Place place) {}

  SetCollector(FileIndex files, FaultLog faults) {
    this.files = files;
    this.faults = faults;
    finder = new PictureFinder(files, faults);
  }

  FileIndex files() {
    return files;
  }

  FaultLog faults() {
    return faults;
  }

  PictureFinder finder() {
    return finder;
  }

  /** One sentence for people. */
  void remark(String sentence) {
    remarks.add(sentence);
  }

  /** A label in the order of the format, whether or not it has a box. */
  void label(String label) {
    labels.add(label);
  }

  /** Adds what is said; the same box from two files counts once. */
  void add(NamedPicture picture, Statement said) {
    Entry entry = pictures.computeIfAbsent(picture.name(), name -> new Entry(picture, said));
    join(entry, said);
    said.boxes().forEach(box -> labels.add(box.label()));
    entry.add(said.boxes(), said.place().file());
  }

  private void join(Entry entry, Statement said) {
    if (entry.width == 0 || entry.height == 0) {
      entry.width = said.width();
      entry.height = said.height();
    } else if (said.width() != 0
        && said.height() != 0
        && (said.width() != entry.width || said.height() != entry.height)) {
      faults.add(
          FaultCode.SIZE_DIFFERS,
          said.place(),
          String.format(
              "says %dx%d of %s, but %s says %dx%d",
              said.width(),
              said.height(),
              entry.picture.name(),
              entry.place,
              entry.width,
              entry.height));
    }
    if (entry.part.isEmpty()) {
      entry.part = said.part();
    } else if (said.part().isPresent() && !said.part().equals(entry.part)) {
      faults.add(
          FaultCode.LEAK,
          said.place(),
          entry.picture.name()
              + " is listed for "
              + said.part().get()
              + " and, in "
              + entry.place
              + ", for "
              + entry.part.get());
    }
  }

  AnnotatedSet set(AnnotationFormat format) {
    finder.remark().ifPresent(remarks::add);
    long bare = files.pictures().stream().filter(name -> !pictures.containsKey(name)).count();
    if (bare > 0) {
      remarks.add(
          (bare == 1 ? "1 picture in the folder is" : bare + " pictures in the folder are")
              + " not mentioned by any annotation and left out.");
    }
    return new AnnotatedSet(
        files.root(),
        format,
        pictures.values().stream().map(Entry::picture).toList(),
        List.copyOf(labels),
        remarks,
        faults.faults());
  }
}
