package io.boxfit.model.keras;

import io.boxfit.core.BadInputException;
import java.util.Set;

/** Why a layer cannot be read. */
final class Refusal {
  private static final Set<String> MOVING =
      Set.of(
          "RandomFlip",
          "RandomRotation",
          "RandomTranslation",
          "RandomZoom",
          "RandomCrop",
          "RandomShear",
          "RandomPerspective",
          "RandomElasticTransform",
          "RandomHeight",
          "RandomWidth");

  private Refusal() {}

  static BadInputException of(Call call) {
    String kind = call.kind().name();
    if (kind.equals("Lambda")) {
      return call.config()
          .error("holds Python code, which is never executed; write it as layers of Keras");
    }
    if (MOVING.contains(kind)) {
      return call.config()
          .error(
              "moves the picture and leaves the box where it was, so that the truth is wrong; take"
                  + " it out of the model and move both together");
    }
    if (kind.equals("Convolution2D")) {
      return call.config()
          .error("is written by Keras 1, which is not read; save it by Keras 2 or 3");
    }
    return call.withoutCounterpart("; known are " + LayerKinds.KNOWN);
  }
}
