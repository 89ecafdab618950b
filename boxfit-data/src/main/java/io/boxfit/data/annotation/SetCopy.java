package io.boxfit.data.annotation;

import io.boxfit.core.BadInputException;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.FaultLog;
import io.boxfit.data.fault.Severity;
import io.boxfit.data.image.PictureHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;

/**
 * A copy of a set in another format: the same pictures, byte for byte and under the same names, the
 * same boxes, labels and parts.
 *
 * @param target the format of the copy
 * @param pictures that can be copied
 * @param labels in order
 * @param faults of the set, and of pictures that cannot be copied, which are left out
 */
public record SetCopy(
    AnnotationFormat target,
    List<AnnotatedPicture> pictures,
    List<String> labels,
    List<Fault> faults) {

  /** Copies the lists. */
  public SetCopy {
    pictures = List.copyOf(pictures);
    labels = List.copyOf(labels);
    faults = List.copyOf(faults);
  }

  /**
   * Looks at what a copy needs: that pictures are there and, where the annotation does not say
   * their size or the target counts in shares of it, their headers.
   *
   * @throws BadInputException if a name or label holds what no annotation file can
   */
  public static SetCopy of(AnnotatedSet set, AnnotationFormat target) {
    FaultLog log = new FaultLog();
    List<AnnotatedPicture> pictures = new ArrayList<>();
    for (AnnotatedPicture picture : set.pictures()) {
      requireText(picture.name(), "the picture name");
      if (!Files.isRegularFile(picture.file())) {
        log.add(FaultCode.MISSING_IMAGE, picture.place(), picture.name() + " is missing");
        continue;
      }
      boolean sized = picture.width() > 0 && picture.height() > 0;
      if (sized && target != AnnotationFormat.YOLO) {
        pictures.add(picture);
        continue;
      }
      try {
        PictureHeader header = PictureHeader.read(picture.file());
        pictures.add(resized(picture, header.uprightWidth(), header.uprightHeight()));
      } catch (BadInputException e) {
        log.add(FaultCode.UNREADABLE_IMAGE, picture.file(), e.getMessage());
      }
    }
    set.labels().forEach(label -> requireText(label, "the label"));
    List<Fault> faults = new ArrayList<>(set.faults());
    faults.addAll(log.faults());
    return new SetCopy(target, pictures, set.labels(), faults);
  }

  private static AnnotatedPicture resized(AnnotatedPicture picture, int width, int height) {
    return new AnnotatedPicture(
        picture.name(),
        picture.file(),
        width,
        height,
        picture.boxes(),
        picture.part(),
        picture.place());
  }

  /** XML knows no control characters, lists no line ends, and UTF-8 no halves of characters. */
  private static void requireText(String text, String what) {
    if (text.codePoints()
        .anyMatch(
            c ->
                Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || (c >= 0xFFFD && c <= 0xFFFF))) {
      throw new BadInputException(
          what + " '" + text + "' holds characters that are no text: rename it first.");
    }
  }

  /** Those that are errors: what they concern is not copied. */
  public List<Fault> errors() {
    return faults.stream().filter(fault -> fault.code().severity() == Severity.ERROR).toList();
  }

  /** How many boxes are copied. */
  public int boxes() {
    return pictures.stream().mapToInt(picture -> picture.boxes().size()).sum();
  }

  /**
   * Writes the copy. The folder appears when it is complete.
   *
   * @param folder does not exist yet, or is empty
   * @param progress told how many pictures are copied so far
   * @throws BadInputException if the folder is not empty or must not be written, or the target
   *     cannot hold the names of the pictures
   * @throws UncheckedIOException if reading or writing fails
   * @throws CancellationException if the process is told to end meanwhile
   */
  public void write(Path folder, IntConsumer progress) {
    try (StagedFolder staged = new StagedFolder(folder)) {
      List<String> names = pictures.stream().map(AnnotatedPicture::name).toList();
      boolean inParts = pictures.stream().anyMatch(picture -> picture.part().isPresent());
      SetLayout layout = new SetLayout(staged.path(), labels, names, inParts);
      try (AnnotationSink sink = target.open(staged.path(), layout)) {
        int done = 0;
        for (AnnotatedPicture picture : pictures) {
          staged.requireGoingOn();
          Path copy = staged.path().resolve(picture.name());
          Files.createDirectories(copy.getParent());
          Files.copy(picture.file(), copy, StandardCopyOption.COPY_ATTRIBUTES);
          sink.add(annotation(picture));
          progress.accept(++done);
        }
      }
      staged.publish();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the data set to " + folder, e);
    }
  }

  private static Annotation annotation(AnnotatedPicture picture) {
    return new Annotation(
        picture.name(),
        picture.name(),
        picture.width(),
        picture.height(),
        0,
        picture.boxes().stream()
            .map(box -> new Annotation.Labelled(box.label(), box.box()))
            .toList(),
        picture.part());
  }
}
