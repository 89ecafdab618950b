package io.boxfit.data.samples;

import io.boxfit.core.BadInputException;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.AnnotationReader;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A folder of annotated pictures, every one opened once and found usable.
 *
 * @param folder its root
 * @param pictures with one target each, or without any, sorted by name
 * @param names what the targets are called, sorted
 * @param remarks what was assumed and what was left out, one sentence each
 */
public record PictureFolder(
    Path folder, List<LocatedPicture> pictures, List<String> names, List<String> remarks) {

  /** Copies the lists. */
  public PictureFolder {
    pictures = List.copyOf(pictures);
    names = List.copyOf(names);
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads annotations and looks at every picture, on all cores; none is kept in memory.
   *
   * @param progress told how many pictures were looked at and how many there are
   * @throws BadInputException if something cannot be used and is not to be skipped: names the first
   *     and says how many there are; or if nothing is left
   */
  public static PictureFolder read(Path folder, FolderOptions options, Progress progress) {
    AnnotatedSet set = AnnotationReader.read(folder, options.reading());
    List<AnnotatedPicture> annotated = set.pictures();
    PictureInspection[] seen = new PictureInspection[annotated.size()];
    AtomicInteger done = new AtomicInteger();
    IntConsumer look =
        i -> {
          seen[i] = PictureInspection.of(annotated.get(i), options.target());
          progress.done(done.incrementAndGet(), seen.length);
        };
    IntStream.range(0, seen.length).parallel().forEach(look);
    List<Fault> faults = new ArrayList<>(errors(set.faults()));
    List<LocatedPicture> usable = new ArrayList<>();
    int several = 0;
    for (PictureInspection picture : seen) {
      faults.addAll(picture.faults());
      picture.usable().ifPresent(usable::add);
      several += picture.faults().isEmpty() && picture.usable().isEmpty() ? 1 : 0;
    }
    List<String> remarks = new ArrayList<>(set.remarks());
    judge(folder, faults, options.skipBad(), remarks);
    if (several > 0) {
      remarks.add("pictures with several targets are left out: " + several);
    }
    if (usable.stream().noneMatch(LocatedPicture::isPresent)) {
      throw new BadInputException(
          folder + " holds no picture with a target that can be used; see boxfit check");
    }
    return new PictureFolder(folder, usable, names(annotated, options.target()), remarks);
  }

  private static List<String> names(List<AnnotatedPicture> pictures, Target target) {
    List<String> names =
        pictures.stream()
            .flatMap(picture -> picture.boxes().stream())
            .map(LabelledBox::label)
            .filter(label -> target.label().isEmpty() || target.label().get().equals(label))
            .filter(label -> !label.isEmpty())
            .distinct()
            .sorted()
            .toList();
    return names.isEmpty() ? List.of("object") : names;
  }

  private static List<Fault> errors(List<Fault> faults) {
    return faults.stream().filter(fault -> fault.code().severity() == Severity.ERROR).toList();
  }

  private static void judge(
      Path folder, List<Fault> faults, boolean skipBad, List<String> remarks) {
    if (faults.isEmpty()) {
      return;
    }
    Fault first = faults.get(0);
    if (!skipBad) {
      throw new BadInputException(
          first.line()
              + " ("
              + faults.size()
              + (faults.size() == 1 ? " fault" : " faults")
              + " in all: see boxfit check --data "
              + folder
              + ", or leave them out with --skip-bad)");
    }
    remarks.add("faults that are left out: " + faults.size() + ", the first " + first.line());
  }

  /** Hears how far the reading is; from several threads. */
  @FunctionalInterface
  public interface Progress {

    /** So many pictures of all were looked at. */
    void done(int pictures, int all);
  }
}
