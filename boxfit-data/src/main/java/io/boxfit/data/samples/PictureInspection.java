package io.boxfit.data.samples;

import io.boxfit.core.BadInputException;
import io.boxfit.core.box.Box;
import io.boxfit.core.digest.Sha256;
import io.boxfit.data.Picture;
import io.boxfit.data.Sample;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.check.BoxFinding;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.Severity;
import io.boxfit.data.image.PictureHeader;
import io.boxfit.data.image.PictureReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One annotated picture, opened: either usable, or with the reasons why not, or without a target.
 */
record PictureInspection(Optional<LocatedPicture> usable, List<Fault> faults) {
  static PictureInspection of(AnnotatedPicture annotated, Target target) {
    if (target.of(annotated.boxes()).isEmpty() && !target.isAbsent(annotated.boxes())) {
      return new PictureInspection(Optional.empty(), List.of());
    }
    Fault.Place file = new Fault.Place(annotated.file(), 0);
    if (!Files.exists(annotated.file())) {
      return refused(
          FaultCode.MISSING_IMAGE, annotated.place(), "its picture " + file + " is missing");
    }
    try {
      Picture picture = PictureReader.read(annotated.file());
      return of(upright(annotated), target, picture, digest(annotated));
    } catch (BadInputException e) {
      return refused(FaultCode.UNREADABLE_IMAGE, file, said(e, annotated));
    } catch (IOException e) {
      return refused(FaultCode.UNREADABLE_IMAGE, file, String.valueOf(e.getMessage()));
    }
  }

  /** Boxes that were drawn on the pixels as stored, turned as the camera says the picture is. */
  private static AnnotatedPicture upright(AnnotatedPicture annotated) {
    PictureHeader header = PictureHeader.read(annotated.file());
    boolean drawnAsStored =
        annotated.width() == header.width()
            && annotated.height() == header.height()
            && header.uprightWidth() != header.width();
    if (!drawnAsStored) {
      return annotated;
    }
    List<LabelledBox> turned = new ArrayList<>();
    for (LabelledBox object : annotated.boxes()) {
      Box box = header.orientation().upright(object.box(), header.width(), header.height());
      turned.add(new LabelledBox(object.label(), box, object.place()));
    }
    return new AnnotatedPicture(
        annotated.name(),
        annotated.file(),
        header.uprightWidth(),
        header.uprightHeight(),
        turned,
        annotated.part(),
        annotated.place());
  }

  /** The reader's sentence without the name, which the fault says by itself. */
  private static String said(BadInputException e, AnnotatedPicture annotated) {
    String sentence = e.getMessage().replace(annotated.file().toString(), "").strip();
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private static PictureInspection of(
      AnnotatedPicture annotated, Target target, Picture picture, String content) {
    int width = picture.width();
    int height = picture.height();
    if (annotated.width() > 0
        && annotated.height() > 0
        && (annotated.width() != width || annotated.height() != height)) {
      return refused(
          FaultCode.SIZE_DIFFERS,
          annotated.place(),
          "the picture is %dx%d, its annotation says %dx%d"
              .formatted(width, height, annotated.width(), annotated.height()));
    }
    List<Fault> faults = new ArrayList<>();
    List<LabelledBox> sound = new ArrayList<>();
    for (LabelledBox object : annotated.boxes()) {
      BoxFinding finding = BoxFinding.of(object.box(), width, height);
      Optional<FaultCode> error = finding.code().filter(code -> code.severity() == Severity.ERROR);
      error.ifPresent(code -> faults.add(new Fault(code, object.place(), finding.message())));
      if (error.isEmpty()) {
        // What rounding or another way of counting pixels explains is cut off.
        Box box = finding.repaired().orElseThrow();
        sound.add(new LabelledBox(object.label(), box, object.place()));
      }
    }
    Optional<Box> found = target.of(sound);
    boolean absent = faults.isEmpty() && target.isAbsent(sound);
    Optional<LocatedPicture> usable =
        found
            .or(() -> absent ? Optional.of(Sample.ABSENT) : Optional.empty())
            .map(
                box ->
                    new LocatedPicture(
                        annotated.name(),
                        annotated.file(),
                        width,
                        height,
                        box,
                        content,
                        annotated.part()));
    return new PictureInspection(usable, faults);
  }

  private static PictureInspection refused(FaultCode code, Fault.Place place, String message) {
    return new PictureInspection(Optional.empty(), List.of(new Fault(code, place, message)));
  }

  private static String digest(AnnotatedPicture annotated) throws IOException {
    return new Sha256().add(Files.readAllBytes(annotated.file())).hex();
  }
}
