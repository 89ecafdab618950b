package io.boxfit.data.annotation;

import io.boxfit.data.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One picture of a set with what is annotated on it; its pixels stay on disk.
 *
 * @param name path below the set's folder with forward slashes: unique in the set, the sample's id
 * @param file the picture; it may be missing or broken
 * @param width as annotated, px; 0 where the annotation does not say
 * @param height as annotated, px; 0 where the annotation does not say
 * @param boxes objects in the order of the annotation, perhaps none
 * @param part {@code train}, {@code val} or {@code test} where the set has lists of its own
 * @param place of the annotation
 */
public record AnnotatedPicture(
    String name,
    Path file,
    int width,
    int height,
    List<LabelledBox> boxes,
    Optional<String> part,
    Fault.Place place) {

  /** Copies the list. */
  public AnnotatedPicture {
    boxes = List.copyOf(boxes);
  }
}
