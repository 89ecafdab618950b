package io.boxfit.data.check;

import io.boxfit.data.Picture;
import io.boxfit.data.annotation.LabelledBox;
import io.boxfit.data.fault.Fault;
import io.boxfit.data.fault.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a check shows to the eye. */
public final class CheckPictures {
  private CheckPictures() {}

  /** Where the centres of the boxes lie on their pictures: 32 x 32 cells, the darker the more. */
  public static Picture heatMap(CheckResult result) {
    return HeatMap.of(result.pictures(), result.reading());
  }

  /**
   * Pictures evenly from the whole set, with their boxes.
   *
   * @return empty if the set has no picture
   */
  public static Optional<Picture> contactSheet(CheckResult result) {
    int count = result.pictures().size();
    int shown = Math.min(ContactSheet.MOST, count);
    List<CheckedPicture> chosen = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      chosen.add(result.pictures().get((int) ((long) i * count / shown)));
    }
    return sheet(result, chosen);
  }

  /**
   * Pictures with errors and warnings, the most serious first, with their boxes.
   *
   * @return empty if there is none
   */
  public static Optional<Picture> faultySheet(CheckResult result) {
    Map<Fault.Place, CheckedPicture> places = new HashMap<>();
    for (CheckedPicture picture : result.pictures()) {
      places.put(picture.annotated().place(), picture);
      places.put(new Fault.Place(picture.annotated().file(), 0), picture);
      for (LabelledBox box : picture.annotated().boxes()) {
        places.put(box.place(), picture);
      }
    }
    Set<CheckedPicture> faulty = new LinkedHashSet<>();
    for (Fault fault : result.faults()) {
      CheckedPicture picture = places.get(fault.place());
      if (picture != null && fault.code().severity() != Severity.NOTE) {
        faulty.add(picture);
      }
    }
    return sheet(result, List.copyOf(faulty));
  }

  private static Optional<Picture> sheet(CheckResult result, List<CheckedPicture> pictures) {
    return pictures.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContactSheet(result.reading()).of(pictures));
  }
}
