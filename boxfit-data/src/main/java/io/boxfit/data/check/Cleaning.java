package io.boxfit.data.check;

import io.boxfit.core.box.Box;
import io.boxfit.data.annotation.AnnotatedPicture;
import io.boxfit.data.annotation.AnnotatedSet;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.fault.Severity;
import io.boxfit.data.folder.RelativeName;
import io.boxfit.data.image.PictureHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides picture by picture and box by box what a cleaned copy holds. */
final class Cleaning {
  private final CheckResult result;
  private final Set<AnnotatedPicture> copies = new HashSet<>();
  private final Set<AnnotatedPicture> disputed = new HashSet<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> changes = new ArrayList<>();

  Cleaning(CheckResult result) {
    this.result = result;
    for (Duplicates group : Duplicates.of(result.pictures())) {
      if (group.agree()) {
        group.copies().forEach(copy -> copies.add(copy.annotated()));
      } else {
        group.pictures().forEach(picture -> disputed.add(picture.annotated()));
      }
    }
    result.pictures().forEach(picture -> names.add(picture.annotated().name()));
  }

  CleanedCopy copy() {
    // What the reader could not read is not in the set; the log says so all the same.
    for (Fault fault : result.set().faults()) {
      if (fault.code().severity() == Severity.ERROR && fault.code() != FaultCode.LEAK) {
        changes.add(fault.place() + ": left out: " + fault.message());
      }
    }
    result
        .reading()
        .fault()
        .ifPresent(
            fault ->
                changes.add(
                    result.set().folder()
                        + ": all boxes read otherwise ("
                        + fault.code().key()
                        + "): "
                        + fault.message()));
    List<AnnotatedPicture> pictures = new ArrayList<>();
    for (CheckedPicture picture : result.pictures()) {
      cleaned(picture).ifPresent(pictures::add);
    }
    pictures.sort(Comparator.comparing(AnnotatedPicture::name));
    AnnotatedSet set = result.set();
    return new CleanedCopy(
        new AnnotatedSet(set.folder(), set.format(), pictures, set.labels(), List.of(), List.of()),
        changes);
  }

  private Optional<AnnotatedPicture> cleaned(CheckedPicture checked) {
    AnnotatedPicture picture = checked.annotated();
    Optional<String> obstacle = obstacle(checked);
    if (obstacle.isPresent()) {
      changes.add(picture.name() + ": left out: " + obstacle.get());
      return Optional.empty();
    }
    List<LabelledBox> boxes = boxes(checked);
    if (boxes.isEmpty() && !picture.boxes().isEmpty()) {
      changes.add(picture.name() + ": left out: none of its boxes is left");
      return Optional.empty();
    }
    PictureHeader header = checked.look().header().orElseThrow();
    return Optional.of(
        new AnnotatedPicture(
            name(picture, header),
            picture.file(),
            header.uprightWidth(),
            header.uprightHeight(),
            boxes,
            picture.part(),
            picture.place()));
  }

  private Optional<String> obstacle(CheckedPicture checked) {
    if (checked.look().damage().isPresent()) {
      Fault damage = checked.look().damage().get();
      return Optional.of(damage.code().key() + ": " + damage.message());
    }
    if (checked.ground() == CheckedPicture.Ground.OTHER) {
      return Optional.of("its boxes were drawn on a picture of another size");
    }
    if (disputed.contains(checked.annotated())) {
      return Optional.of("the same pixels have other boxes elsewhere");
    }
    return copies.contains(checked.annotated())
        ? Optional.of("the same pixels are there already")
        : Optional.empty();
  }

  private List<LabelledBox> boxes(CheckedPicture checked) {
    AnnotatedPicture picture = checked.annotated();
    List<LabelledBox> kept = new ArrayList<>();
    for (int i = 0; i < picture.boxes().size(); i++) {
      LabelledBox labelled = picture.boxes().get(i);
      String written = labelled.place() + ": the box " + BoxFinding.text(labelled.box());
      if (BoxRules.repeats(picture.boxes(), i)) {
        changes.add(written + " left out: it stands there twice");
        continue;
      }
      Box meant = result.reading().of(labelled.box());
      BoxFinding finding = BoxFinding.of(meant, checked.width(), checked.height());
      if (finding.repaired().isEmpty()) {
        changes.add(written + " left out: " + finding.message());
        continue;
      }
      Box box = turned(finding.repaired().get(), checked);
      if (!box.equals(labelled.box())) {
        changes.add(written + " becomes " + BoxFinding.text(box) + reason(finding, checked));
      }
      kept.add(new LabelledBox(labelled.label(), box, labelled.place()));
    }
    return kept;
  }

  private static String reason(BoxFinding finding, CheckedPicture checked) {
    if (finding.code().isPresent()) {
      return ": " + finding.code().get().key();
    }
    return checked.ground() == CheckedPicture.Ground.STORED ? ": turned with its picture" : "";
  }

  private static Box turned(Box box, CheckedPicture checked) {
    if (checked.ground() != CheckedPicture.Ground.STORED) {
      return box;
    }
    PictureHeader header = checked.look().header().orElseThrow();
    return header.orientation().upright(box, header.width(), header.height());
  }

  /** With the ending of its content; a number where that name is taken. */
  private String name(AnnotatedPicture picture, PictureHeader header) {
    List<String> endings = header.format().extensions();
    if (endings.contains(PictureRules.ending(picture.name()))) {
      return picture.name();
    }
    String stem = RelativeName.stem(picture.name());
    String name = stem + "." + endings.get(0);
    for (int i = 2; !names.add(name); i++) {
      name = stem + "-" + i + "." + endings.get(0);
    }
    changes.add(picture.name() + ": renamed to " + name + ", after its content");
    return name;
  }
}
