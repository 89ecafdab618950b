package io.boxfit.app.command;

import io.boxfit.app.pictured.RowPictures;
import io.boxfit.doctor.evidence.Evidence;
import java.util.List;
import java.util.Optional;

/**
 * What the doctor is shown.
 *
 * @param evidence to be examined
 * @param notes how its files were read
 * @param pictures of its rows, where it comes from tables and somebody has the pictures
 */
record Shown(Evidence evidence, List<String> notes, Optional<RowPictures> pictures) {

  /** Evidence of which there is nothing else to say. */
  static Shown of(Evidence evidence) {
    return new Shown(evidence, List.of(), Optional.empty());
  }

  /** The same, examined with more. */
  Shown with(Evidence more) {
    return new Shown(more, notes, pictures);
  }
}
