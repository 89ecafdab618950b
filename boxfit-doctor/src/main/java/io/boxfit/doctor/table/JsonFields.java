package io.boxfit.doctor.table;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What one JSON object holds that a box can be made of. */
final class JsonFields {
  private static final int MOST_SCALARS = 1000;

  private final Place place;
  private final List<String> scalarNames = new ArrayList<>();
  private final List<String> scalarTexts = new ArrayList<>();
  private final List<OptionalDouble> scalarNumbers = new ArrayList<>();
  private final List<String> arrayNames = new ArrayList<>();
  private final List<JsonNumbers> arrays = new ArrayList<>();

  JsonFields(Place place) {
    this.place = place;
  }

  void addScalar(String name, String text, OptionalDouble number) {
    if (scalarNames.size() < MOST_SCALARS) {
      scalarNames.add(name);
      scalarTexts.add(text);
      scalarNumbers.add(number);
    }
  }

  void addArray(String name, JsonNumbers array) {
    if (arrays.size() == RowCollector.MOST) {
      throw array.place().error("more than " + RowCollector.MOST + " rows; give a part of them");
    }
    arrayNames.add(name);
    arrays.add(array);
  }

  boolean isEmpty() {
    return arrays.isEmpty();
  }

  /** Whether this describes one image, rather than many under their ids. */
  boolean isEntry() {
    if (arrays.isEmpty()) {
      return !scalarNames.isEmpty();
    }
    return arrayNames.stream().anyMatch(BoxNames::boxes) || (arrays.size() == 1 && !id().isEmpty());
  }

  /** The id of an entry; empty if it has none. */
  String id() {
    OptionalInt found = BoxNames.id(scalarNames);
    return found.isPresent() ? scalarTexts.get(found.getAsInt()) : "";
  }

  /** Whether the id may be something else, too. */
  boolean onlyLikelyId() {
    OptionalInt found = BoxNames.id(scalarNames);
    return found.isPresent() && BoxNames.onlyLikelyId(scalarNames.get(found.getAsInt()));
  }

  /** Whether the four sides of a box stand side by side. */
  boolean hasSides() {
    return arrays.isEmpty() && BoxNames.hasSides(scalarNames);
  }

  /** Adds a box whose sides stand in an object of its own, as Hugging Face's pipelines write it. */
  void addBox(String name, JsonFields sides) {
    addArray(name, JsonNumbers.of(sides.sides(""), sides.place));
  }

  /** The box of an entry: under a name, or side by side. */
  double[] box(String id) {
    if (arrays.size() == 1) {
      return arrays.get(0).row();
    }
    List<Integer> named = new ArrayList<>();
    for (int i = 0; i < arrays.size(); i++) {
      if (BoxNames.boxes(arrayNames.get(i))) {
        named.add(i);
      }
    }
    if (named.size() == 1) {
      return arrays.get(named.get(0)).row();
    }
    if (!arrays.isEmpty()) {
      throw place.error(
          "holds "
              + arrays.size()
              + " lists of numbers, such as "
              + Place.quoted(arrayNames.get(0))
              + " and "
              + Place.quoted(arrayNames.get(1))
              + ": which is the box? Name one of them box");
    }
    return sides(id);
  }

  private double[] sides(String id) {
    List<Integer> sides =
        BoxNames.box(scalarNames, place)
            .orElseThrow(
                () ->
                    place.error(
                        (id.isEmpty() ? "the object" : "the object of the id " + Place.quoted(id))
                            + " has no box; write \"box\": [1, 2, 3, 4] into it"));
    double[] row = new double[BoxTable.WIDTH];
    for (int i = 0; i < row.length; i++) {
      int side = sides.get(i);
      row[i] =
          scalarNumbers
              .get(side)
              .orElseThrow(
                  () ->
                      place.error(
                          Place.quoted(scalarNames.get(side))
                              + " is "
                              + Place.quoted(scalarTexts.get(side))
                              + ", which is not a number"));
    }
    return row;
  }

  /** Every array as the box of the id that it stands under. */
  void addAllTo(RowCollector rows) {
    if (BoxNames.hasSides(arrayNames.subList(0, Math.min(64, arrays.size())))) {
      throw place.error(
          "holds a list for each side of the boxes; write a list of four numbers for each image");
    }
    for (int i = 0; i < arrays.size(); i++) {
      Place at = arrays.get(i).place();
      if (arrayNames.get(i).isEmpty()) {
        throw at.error("an id is empty; write it there");
      }
      rows.add(arrayNames.get(i), arrays.get(i).row(), at);
    }
  }
}
