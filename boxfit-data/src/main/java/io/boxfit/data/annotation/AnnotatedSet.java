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
 * @param remarks what was assumed and why, one sentence each: for people, printed once
 * @param faults of the annotations themselves, in the order they were met; whatever they concern is
 *     left out of {@code pictures} or of their boxes
 */
public record AnnotatedSet(
    Path folder,
    AnnotationFormat format,
    List<AnnotatedPicture> pictures,
    List<String> remarks,
    List<Fault> faults) {

  /** Copies the lists. */
  public AnnotatedSet {
    pictures = List.copyOf(pictures);
    remarks = List.copyOf(remarks);
    faults = List.copyOf(faults);
  }
}
