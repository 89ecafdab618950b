package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder of pictures with annotations, read.
 *
 * @param folder its root
 * @param format how it is annotated
 * @param pictures sorted by name
 * @param labels every label, also those without a box: in the format's order where it has one
 *     (class numbers of YOLO, categories of COCO), else as they come first
 * @param remarks what was assumed and why, one sentence each: for people, printed once
 * @param faults of the annotations themselves, in the order they were met; whatever they concern is
 *     left out of {@code pictures} or of their boxes
 */
public record AnnotatedSet(
    Path folder,
    AnnotationFormat format,
    List<AnnotatedPicture> pictures,
    List<String> labels,
    List<String> remarks,
    List<Fault> faults) {

  /** Copies the lists. */
  public AnnotatedSet {
    pictures = List.copyOf(pictures);
    labels = List.copyOf(labels);
    remarks = List.copyOf(remarks);
    faults = List.copyOf(faults);
  }

  /** The labels are those of the boxes, as they come first. */
  public AnnotatedSet(
      Path folder,
      AnnotationFormat format,
      List<AnnotatedPicture> pictures,
      List<String> remarks,
      List<Fault> faults) {
    this(folder, format, pictures, labelsOf(pictures), remarks, faults);
  }

  private static List<String> labelsOf(List<AnnotatedPicture> pictures) {
    return pictures.stream()
        .flatMap(picture -> picture.boxes().stream())
        .map(LabelledBox::label)
        .distinct()
        .toList();
  }
}
