package io.boxfit.data.annotation;

import io.boxfit.core.box.Box;
import io.boxfit.data.fault.Fault;
import java.util.Objects;

/**
 * One object of a picture as it was annotated.
 *
 * @param label what it is called; empty where the annotation does not say
 * @param box pixels from 0, xMax and yMax exclusive; any four numbers that the file holds, not
 *     clipped and perhaps not proper
 * @param place where it stands
 */
public record LabelledBox(String label, Box box, Fault.Place place) {

  /** Rejects null. */
  public LabelledBox {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(box, "box");
    Objects.requireNonNull(place, "place");
  }
}
