package io.boxfit.data.annotation;

import io.boxfit.data.annotation.SetCollector.Statement;
import io.boxfit.data.fault.FaultCode;
import io.boxfit.data.folder.NamedPicture;
import io.boxfit.data.folder.PartName;
import io.boxfit.data.folder.PictureFinder.Source;
import io.boxfit.data.folder.RelativeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads COCO: one JSON file for all pictures, or one for each part of the set. */
final class CocoReader {
  private static final String OFFICIAL = "instances";

  private final SetCollector set;
  private final String name;
  private final CocoFile file;

  /** Whether names of files tell the parts; else folders of pictures may. */
  private final boolean told;

  private CocoReader(SetCollector set, String name, CocoFile file, boolean told) {
    this.told = told;
    this.set = set;
    this.name = name;
    this.file = file;
  }

  /**
   * Reads all files; where some are called {@code instances...} as those of COCO itself, they are
   * the ones, and captions or key points beside them are not.
   */
  static void read(SetCollector set) {
    List<String> names = set.files().withEnding("json");
    List<String> official = names.stream().filter(CocoReader::isOfficial).toList();
    List<String> read = official.isEmpty() ? names : official;
    boolean told = read.stream().anyMatch(name -> PartName.ofFile(name).isPresent());
    for (String name : read) {
      CocoFile file = CocoFile.read(set.files().path(name), set.faults());
      if (!file.isOfAnotherKind()) {
        new CocoReader(set, name, file, told).collect();
      }
    }
  }

  private static boolean isOfficial(String name) {
    return RelativeName.file(name).toLowerCase(Locale.ROOT).startsWith(OFFICIAL);
  }

  private void collect() {
    file.categories().values().forEach(set::label);
    if (file.crowds() > 0) {
      set.remark(
          file.crowds() + " regions of many objects (iscrowd) in " + name + " are left out.");
    }
    Map<String, List<LabelledBox>> boxes = boxes();
    int bare = 0;
    for (Map.Entry<String, CocoFile.Image> entry : file.images().entrySet()) {
      List<LabelledBox> own = boxes.getOrDefault(entry.getKey(), List.of());
      if (own.isEmpty() && file.isCut()) {
        bare++;
      } else {
        collect(entry.getValue(), own);
      }
    }
    if (bare > 0) {
      set.remark(
          bare
              + " pictures of "
              + name
              + " are left out because the file ends before their boxes would come.");
    }
  }

  private void collect(CocoFile.Image image, List<LabelledBox> boxes) {
    Optional<String> part = PartName.ofFile(name);
    Source source = new Source(RelativeName.folder(name), part, image.place());
    Optional<NamedPicture> picture = set.finder().find(image.fileName(), source);
    if (picture.isPresent()) {
      set.add(
          picture.get(),
          new Statement(
              image.width(),
              image.height(),
              boxes,
              told ? part : part.or(() -> PartName.ofFolders(picture.get().name())),
              image.place()));
    }
  }

  private Map<String, List<LabelledBox>> boxes() {
    Map<String, List<LabelledBox>> boxes = new HashMap<>();
    for (CocoFile.Annotation annotation : file.annotations()) {
      Optional<String> label = label(annotation);
      if (!file.images().containsKey(annotation.image())) {
        set.faults()
            .add(
                FaultCode.UNREADABLE_ANNOTATION,
                annotation.place(),
                "the image_id " + annotation.image() + " is of no picture");
      } else if (label.isEmpty()) {
        set.faults()
            .add(
                FaultCode.UNREADABLE_ANNOTATION,
                annotation.place(),
                "the category_id " + annotation.category() + " is of no category");
      } else {
        boxes
            .computeIfAbsent(annotation.image(), id -> new ArrayList<>(2))
            .add(new LabelledBox(label.get(), annotation.box(), annotation.place()));
      }
    }
    return boxes;
  }

  /** Without a list of categories their numbers are the labels. */
  private Optional<String> label(CocoFile.Annotation annotation) {
    if (annotation.category() == null) {
      return Optional.of("");
    }
    return file.hasCategories()
        ? Optional.ofNullable(file.categories().get(annotation.category()))
        : Optional.of(annotation.category());
  }
}
